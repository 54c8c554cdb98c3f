package guichet.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files as a browser puts and gets them, by links to the bucket (decision 44). */
@Tag("stack")
@ExtendWith(SharedHelpdesk.class)
class UploadedFilesTest {
    private static final byte[] TELLING = "DB_PASSWORD=Tr0ub4dor3xyz\n".getBytes(UTF_8);
    private static final String MASKED = "DB_PASSWORD=••••••\n";

    private final Helpdesk desk;
    private final HttpClient http = HttpClient.newHttpClient();

    UploadedFilesTest(Helpdesk desk) {
        this.desk = desk;
    }

    private String opened(String subject) {
        var answer = desk.as(Helpdesk.ALICE)
                .post(
                        "/api/desks/cloud/tickets",
                        Map.of("type", "support", "subject", subject, "description", "Voir le fichier"));
        assertEquals(201, answer.status(), answer.text());
        return answer.json().path("id").asText();
    }

    private JsonNode announced(String ticket, String name, int size) {
        var place = desk.as(Helpdesk.ALICE)
                .post("/api/tickets/" + ticket + "/attachments", Map.of("name", name, "size", size));
        assertEquals(201, place.status(), place.text());
        return place.json();
    }

    private void put(JsonNode place, byte[] content) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(place.at("/upload/url").asText()))
                .PUT(BodyPublishers.ofByteArray(content));
        place.at("/upload/headers")
                .properties()
                .forEach(header ->
                        request.header(header.getKey(), header.getValue().asText()));
        assertEquals(200, http.send(request.build(), BodyHandlers.discarding()).statusCode());
    }

    private Client.Answer names(String ticket, String file) {
        return desk.as(Helpdesk.ALICE)
                .post("/api/tickets/" + ticket + "/messages", Map.of("text", "Voici", "attachments", List.of(file)));
    }

    private byte[] got(String ticket, String file) throws Exception {
        var link = desk.as(Helpdesk.NADIA).get("/api/tickets/" + ticket + "/attachments/" + file);
        assertEquals(200, link.status(), link.text());
        var url = URI.create(link.json().path("url").asText());
        return http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofByteArray())
                .body();
    }

    @Test
    void a_text_file_is_masked_whoever_put_it_is_told_and_its_upload_link_brings_nothing_back() throws Exception {
        var ticket = opened("Un secret dans un fichier");
        var place = announced(ticket, ".env", TELLING.length);
        var file = place.path("id").asText();
        put(place, TELLING);
        var answer = names(ticket, file);
        assertEquals(200, answer.status(), answer.text());
        assertEquals(MASKED, new String(got(ticket, file), UTF_8));

        put(place, TELLING);
        assertEquals(MASKED, new String(got(ticket, file), UTF_8));
        assertEquals(200, names(ticket, file).status(), "named twice");
        assertEquals(MASKED, new String(got(ticket, file), UTF_8));

        desk.settle();
        assertTrue(
                desk.stack.outbox().stream()
                        .filter(mail -> mail.sent().to().contains(Helpdesk.ALICE))
                        .anyMatch(mail -> mail.text().contains("mot de passe")
                                && mail.subject().contains(ticket)),
                "Alice is told");
    }

    @Test
    void a_picture_comes_back_byte_for_byte() throws Exception {
        var ticket = opened("Une capture");
        var picture = new byte[100_000];
        new java.util.Random(1).nextBytes(picture);
        var place = announced(ticket, "capture.png", picture.length);
        put(place, picture);
        assertEquals(200, names(ticket, place.path("id").asText()).status());
        assertArrayEquals(picture, got(ticket, place.path("id").asText()));
    }

    @Test
    void a_file_that_was_not_put_cannot_be_named() {
        var ticket = opened("Pas encore là");
        var answer = names(ticket, announced(ticket, "a.txt", 3).path("id").asText());
        assertEquals(400, answer.status(), answer.text());
    }
}

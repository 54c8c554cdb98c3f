package guichet.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AttachmentsTest extends Stories {

    @Test
    void a_file_is_put_by_link_named_in_a_message_and_got_by_link() {
        var ticket = openedBy(World.ALICE);
        var place = Api.as(World.ALICE)
                .post(
                        "/api/tickets/" + ticket + "/attachments",
                        "{\"name\": \"capture d'écran.png\", \"size\": 2048, \"type\": \"image/png\"}");
        assertEquals(201, place.status());
        assertEquals("PUT", place.json().at("/upload/method").asText());
        assertEquals("2026-03-02T09:35:00Z", place.json().at("/upload/expires").asText());
        var id = place.json().get("id").asText();
        World.FILES.put(ticket, id);
        var message = Api.as(World.ALICE)
                .post(
                        "/api/tickets/" + ticket + "/messages",
                        "{\"text\": \"Voici.\", \"attachments\": [\"" + id + "\"]}");
        assertEquals(200, message.status(), message.text());
        var attachment = message.json().at("/timeline/items/2/attachments/0");
        assertEquals("capture d'écran.png", attachment.get("name").asText());
        var link = Api.as(World.ALBERT).get(attachment.get("href").asText());
        assertEquals(200, link.status());
        assertTrue(link.json().get("url").asText().contains(id));
    }

    @Test
    void a_file_of_an_internal_note_is_not_there_for_the_customer() {
        var ticket = openedBy(World.ALICE);
        var id = uploaded(World.NADIA, ticket);
        Api.as(World.NADIA)
                .post(
                        "/api/tickets/" + ticket + "/messages",
                        "{\"text\": \"x\", \"visibility\": \"internal\", \"attachments\": [\"" + id + "\"]}");
        assertEquals(
                200,
                Api.as(World.NADIA)
                        .get("/api/tickets/" + ticket + "/attachments/" + id)
                        .status());
        assertEquals(
                404,
                Api.as(World.ALICE)
                        .get("/api/tickets/" + ticket + "/attachments/" + id)
                        .status());
    }

    /** Alice, who has seen the id of a note's file, cannot make the file hers by naming it. */
    @Test
    void a_file_of_somebody_else_cannot_be_named() {
        var ticket = openedBy(World.ALICE);
        for (var owner : List.of(World.NADIA, World.ALBERT)) {
            var id = uploaded(owner, ticket);
            var answer = Api.as(World.ALICE)
                    .post(
                            "/api/tickets/" + ticket + "/messages",
                            "{\"text\": \"x\", \"attachments\": [\"" + id + "\"]}");
            assertEquals(400, answer.status());
            assertEquals("attachments", answer.json().get("field").asText());
            assertEquals(
                    404,
                    Api.as(World.ALICE)
                            .get("/api/tickets/" + ticket + "/attachments/" + id)
                            .status());
        }
    }

    @Test
    void a_file_that_no_message_names_is_not_there() {
        var ticket = openedBy(World.ALICE);
        assertEquals(
                404,
                Api.as(World.ALICE)
                        .get("/api/tickets/" + ticket + "/attachments/" + uploaded(World.ALICE, ticket))
                        .status());
    }

    @Test
    void a_file_of_another_ticket_cannot_be_named() {
        var one = openedBy(World.ALICE);
        var other = openedBy(World.GINA);
        var id = uploaded(World.GINA, other);
        var answer = Api.as(World.ALICE)
                .post("/api/tickets/" + one + "/messages", "{\"text\": \"x\", \"attachments\": [\"" + id + "\"]}");
        assertEquals(400, answer.status());
        assertEquals("attachments", answer.json().get("field").asText());
    }

    @Test
    void a_message_takes_twenty_files() {
        var ids = java.util.stream.Stream.generate(() -> "\"x\"").limit(21).toList();
        var answer = Api.as(World.ALICE)
                .post(
                        "/api/tickets/" + openedBy(World.ALICE) + "/messages",
                        "{\"text\": \"x\", \"attachments\": " + ids + "}");
        assertEquals(400, answer.status());
        assertEquals("21", answer.json().get("value").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "setup.exe           | 10        | application/octet-stream | name",
                "SETUP.EXE           | 10        | application/octet-stream | name",
                "'  '                | 10        | text/plain               | name",
                "a.txt               | 0         | text/plain               | size",
                "a.txt               | -1        | text/plain               | size",
                "a.txt               | 20971521  | text/plain               | size",
                "a.txt               | 10        | text                     | type",
                "a.txt               | 10        | text/html; charset=utf-8 | type",
            })
    void what_the_desk_does_not_take_is_refused_with_a_reason(String name, long size, String type, String field) {
        var body = Api.JSON
                .createObjectNode()
                .put("name", name)
                .put("size", size)
                .put("type", type)
                .toString();
        var answer = Api.as(World.ALICE).post("/api/tickets/" + openedBy(World.ALICE) + "/attachments", body);
        assertEquals(400, answer.status());
        assertEquals(field, answer.json().get("field").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../../etc/passwd | passwd",
                "C:\\Users\\me\\a.txt | a.txt",
                "a<b>:c?.txt | a_b__c_.txt",
                ".profile | profile"
            })
    void a_name_is_safe_on_any_system(String sent, String kept) {
        var ticket = openedBy(World.ALICE);
        var body = Api.JSON
                .createObjectNode()
                .put("name", sent)
                .put("size", 1)
                .put("type", "text/plain")
                .toString();
        var id = Api.as(World.ALICE)
                .post("/api/tickets/" + ticket + "/attachments", body)
                .json()
                .get("id")
                .asText();
        World.FILES.put(ticket, id);
        var message =
                Api.as(World.ALICE).post("/api/tickets/" + ticket + "/messages", "{\"attachments\": [\"" + id + "\"]}");
        assertEquals(
                kept, message.json().at("/timeline/items/2/attachments/0/name").asText());
    }

    private static String uploaded(String by, String ticket) {
        var id = announced(by, ticket, "a.txt", 1);
        World.FILES.put(ticket, id);
        return id;
    }

    private static String announced(String by, String ticket, String name, long size) {
        return Api.as(by)
                .post("/api/tickets/" + ticket + "/attachments", "{\"name\": \"" + name + "\", \"size\": " + size + "}")
                .json()
                .get("id")
                .asText();
    }
}

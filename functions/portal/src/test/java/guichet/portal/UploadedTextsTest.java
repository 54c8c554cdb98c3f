package guichet.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.core.mail.MaskedMessage;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Uploaded text files are masked when a message names them, and whoever wrote is told, as in mail (S2-03). */
@QuarkusTest
class UploadedTextsTest extends Stories {
    private static final String SECRET = "Tr0ub4dor3";
    private static final String TELLING = "Mot de passe : " + SECRET + "\n";

    private final String ticket = "cloud-1";

    private String upload(String by, String name, byte[] content) {
        var id = Api.as(by)
                .post(
                        "/api/tickets/" + ticket + "/attachments",
                        "{\"name\": \"" + name + "\", \"size\": " + content.length + "}")
                .json()
                .get("id")
                .asText();
        World.FILES.put(ticket, id, content);
        return id;
    }

    private static Api.Answer say(String by, String ticket, String text, String... ids) {
        var body = Api.JSON.createObjectNode().put("text", text);
        var files = body.putArray("attachments");
        List.of(ids).forEach(files::add);
        return Api.as(by).post("/api/tickets/" + ticket + "/messages", body.toString());
    }

    private String got(String id) {
        return new String(World.FILES.got(ticket, id), UTF_8);
    }

    private List<String> notes() {
        return StreamSupport.stream(
                        read(World.NADIA, ticket).json().at("/timeline/items").spliterator(), false)
                .filter(item -> item.path("kind").asText().equals("message")
                        && item.path("visibility").asText().equals("internal"))
                .map(item -> item.path("text").asText())
                .toList();
    }

    private static JsonNode attachment(Api.Answer answer, int number) {
        assertEquals(200, answer.status(), answer.text());
        return answer.json().at("/timeline/items/2/attachments/" + number);
    }

    private void opened() {
        assertEquals(ticket, openedBy(World.ALICE));
    }

    @Test
    void a_text_file_is_masked_before_a_link_leads_to_it_and_the_message_says_its_new_size() {
        opened();
        var id = upload(World.ALICE, ".env", TELLING.getBytes(UTF_8));
        var answer = say(World.ALICE, ticket, "Voici", id);
        assertEquals("Mot de passe : ••••••\n", got(id));
        assertEquals(
                got(id).getBytes(UTF_8).length,
                attachment(answer, 0).get("size").asInt());
        assertEquals(1, notes().size());
        assertTrue(
                World.STORE.told(World.ALICE).contains("secret"),
                World.STORE.told(World.ALICE).toString());
    }

    @Test
    void what_only_the_file_tells_goes_from_the_text_as_well() {
        opened();
        var id = upload(World.ALICE, "a.log", TELLING.getBytes(UTF_8));
        var answer = say(World.ALICE, ticket, "J'ai essayé " + SECRET, id);
        assertEquals(
                "J'ai essayé ••••••", answer.json().at("/timeline/items/2/text").asText());
        assertEquals(1, notes().size());
    }

    @Test
    void a_secret_in_a_text_alone_is_told_as_well() {
        opened();
        assertEquals(200, say(World.ALICE, ticket, TELLING).status());
        assertTrue(
                World.STORE.told(World.ALICE).contains("secret"),
                World.STORE.told(World.ALICE).toString());
        assertEquals(1, notes().size());
    }

    @Test
    void a_file_that_is_no_text_stays_as_it_is() {
        opened();
        var picture = ("\0\u0001" + TELLING).getBytes(UTF_8);
        var id = upload(World.ALICE, "a.png", picture);
        var answer = say(World.ALICE, ticket, "Voici", id);
        assertArrayEquals(picture, World.FILES.got(ticket, id));
        assertEquals(picture.length, attachment(answer, 0).get("size").asInt());
        assertEquals(List.of(), notes());
    }

    @Test
    void files_stand_in_the_order_in_which_they_were_named_and_once() {
        opened();
        var large = upload(World.ALICE, "b.log", (TELLING + "suite").getBytes(UTF_8));
        var small = upload(World.ALICE, "a.png", new byte[3]);
        var answer = say(World.ALICE, ticket, "Voici", large, small, large);
        assertEquals("b.log", attachment(answer, 0).get("name").asText());
        assertEquals("a.png", attachment(answer, 1).get("name").asText());
        assertTrue(attachment(answer, 2).isMissingNode());
        assertEquals("Mot de passe : ••••••\nsuite", got(large));
        assertArrayEquals(new byte[3], World.FILES.got(ticket, small));
    }

    @Test
    void a_file_that_is_named_again_is_what_it_has_become_whatever_is_put_meanwhile() {
        opened();
        var id = upload(World.ALICE, "a.txt", TELLING.getBytes(UTF_8));
        say(World.ALICE, ticket, "Voici", id);
        World.FILES.put(ticket, id, TELLING.getBytes(UTF_8));
        assertEquals(200, say(World.ALICE, ticket, "Encore", id).status());
        assertEquals("Mot de passe : ••••••\n", got(id));
    }

    @Test
    void a_file_whose_first_message_was_refused_is_told_with_the_one_that_carries_it() {
        opened();
        var id = upload(World.ALICE, "a.txt", TELLING.getBytes(UTF_8));
        var stale = Api.as(World.ALICE)
                .with("If-Match", "\"0\"")
                .post("/api/tickets/" + ticket + "/messages", "{\"text\": \"x\", \"attachments\": [\"" + id + "\"]}");
        assertEquals(412, stale.status(), stale.text());
        assertEquals(
                200,
                say(World.ALICE, ticket, "J'ai mis " + SECRET + " partout", id).status());
        assertFalse(Api.as(World.NADIA).get("/api/tickets/" + ticket).text().contains(SECRET));
        assertTrue(
                World.STORE.told(World.ALICE).contains("secret"),
                World.STORE.told(World.ALICE).toString());
        assertEquals(1, notes().size());
    }

    @Test
    void a_text_too_large_to_look_into_is_kept_and_the_ticket_says_so() {
        opened();
        var large = TELLING.repeat(MaskedMessage.MOST_LOOKED_INTO / TELLING.length() + 1)
                .getBytes(UTF_8);
        var one = upload(World.ALICE, "dump.sql", large);
        var other = upload(World.ALICE, "a.txt", TELLING.getBytes(UTF_8));
        say(World.ALICE, ticket, "Voici", one, other);
        assertArrayEquals(large, World.FILES.got(ticket, one));
        assertEquals("Mot de passe : ••••••\n", got(other));
        assertTrue(notes().getFirst().contains("dump.sql"), notes().toString());
    }

    @Test
    void a_secret_in_what_a_ticket_opens_with_is_told() {
        Api.as(World.ALICE)
                .post(
                        "/api/desks/cloud/tickets",
                        "{\"type\": \"support\", \"subject\": \"mot de passe : Tr0ub4dor3\", \"description\": \"x\"}");
        assertEquals(1, notes().size());
        assertTrue(
                World.STORE.told(World.ALICE).contains("secret"),
                World.STORE.told(World.ALICE).toString());
    }

    @Test
    void a_secret_in_a_comment_is_told_to_the_agent_who_wrote_it() {
        opened();
        var answer = Api.as(World.NADIA)
                .post(
                        "/api/tickets/" + ticket + "/transitions",
                        "{\"to\": \"en-cours\", \"comment\": \"mot de passe : Tr0ub4dor3\"}");
        assertEquals(200, answer.status(), answer.text());
        assertTrue(
                World.STORE.told(World.NADIA).contains("secret"),
                World.STORE.told(World.NADIA).toString());
    }
}

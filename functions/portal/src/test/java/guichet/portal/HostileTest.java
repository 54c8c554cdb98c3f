package guichet.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.store.StoredCommit;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in, what goes out is an answer or a problem that names the field, the value and what is allowed. */
@QuarkusTest
class HostileTest extends Stories {
    private static final String TICKETS = "/api/desks/cloud/tickets";

    static Stream<Arguments> bodies() {
        return Stream.of(
                body("", "malformed", null),
                body("null", "malformed", null),
                body("{", "malformed", null),
                body("{\"subject\": \"x\"} trailing", "malformed", null),
                body("{\"subject\": \"x\", \"subject\": \"y\"}", "malformed", null),
                body("\u0000", "malformed", null),
                body("{\"subject\": \"\\ud800\"", "malformed", null),
                body("[".repeat(5_000), "bad-value", "body"),
                body("{\"fields\": " + "{\"a\":".repeat(5_000), "malformed", null),
                body("{\"" + "n".repeat(10_000) + "\": 1}", "malformed", null),
                body("{\"subject\": " + "9".repeat(10_000) + "}", "malformed", null),
                body("[]", "bad-value", "body"),
                body("\"text\"", "bad-value", "body"),
                body("12", "bad-value", "body"),
                body("{}", "bad-value", "subject"),
                body("{\"subject\": \"  \\u0007 \"}", "bad-value", "subject"),
                body("{\"subject\": 12}", "bad-value", "subject"),
                body("{\"subject\": {\"a\": 1}}", "bad-value", "subject"),
                body("{\"subject\": [\"x\"]}", "bad-value", "subject"),
                body("{\"subject\": \"" + "x".repeat(501) + "\"}", "bad-value", "subject"),
                body("{\"subjet\": \"x\"}", "bad-value", "subjet"),
                body("{\"subject\": \"x\", \"owner\": \"nadia@cloud.example\"}", "bad-value", "owner"),
                body("{\"subject\": \"x\", \"type\": \"incident\"}", "bad-value", "type"),
                body("{\"subject\": \"x\", \"fields\": []}", "bad-value", "fields"),
                body("{\"subject\": \"x\", \"fields\": {\"colour\": \"red\"}}", "bad-value", "fields"),
                body("{\"subject\": \"x\", \"fields\": {\"colour\": {\"deep\": 1}}}", "bad-value", "fields.colour"),
                body("{\"subject\": \"x\", \"impact\": \"huge\"}", "bad-value", "impact"),
                body("{\"subject\": \"x\", \"channel\": \"mail\"}", "bad-value", "channel"));
    }

    private static Arguments body(String body, String kind, String field) {
        return Arguments.of(body.length() > 60 ? body.substring(0, 60) + "…" : body, body, kind, field);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void a_bad_body_is_a_problem_that_names_the_field(String shown, String body, String kind, String field) {
        for (var language : List.of("fr", "en")) {
            var answer = Api.as(World.ALICE).with("accept-language", language).post(TICKETS, body);
            assertEquals(400, answer.status(), answer.text());
            problem(answer, kind);
            assertEquals(language, answer.headers().get("content-language"));
            assertEquals(
                    field,
                    answer.json().path("field").isMissingNode()
                            ? null
                            : answer.json().get("field").asText(),
                    answer.text());
        }
        assertEquals(0, World.STORE.size());
    }

    @Test
    void a_slip_of_the_keyboard_is_guessed() {
        var answer = Api.as(World.ALICE).inEnglish().post(TICKETS, "{\"subjet\": \"x\"}");
        assertTrue(answer.json().get("detail").asText().contains("did you mean “subject”?"), answer.text());
        assertTrue(answer.json().get("allowed").toString().contains("subject"));
    }

    @Test
    void a_body_of_five_megabytes_is_too_large() {
        var answer = Api.as(World.ALICE).post(TICKETS, "{\"subject\": \"" + "x".repeat(5_000_000) + "\"}");
        assertEquals(413, answer.status());
        problem(answer, "too-large");
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of("POST", "/messages", "{}", "text"),
                Arguments.of("POST", "/messages", "{\"text\": true}", "text"),
                Arguments.of("POST", "/messages", "{\"text\": \"x\", \"visibility\": \"secret\"}", "visibility"),
                Arguments.of("POST", "/messages", "{\"text\": \"x\", \"attachments\": \"a\"}", "attachments"),
                Arguments.of("POST", "/messages", "{\"text\": \"x\", \"attachments\": [\"../../etc\"]}", "attachments"),
                Arguments.of("POST", "/messages", "{\"text\": \"x\", \"attachments\": [null]}", "attachments"),
                Arguments.of("POST", "/transitions", "{}", "to"),
                Arguments.of("POST", "/transitions", "{\"to\": {}}", "to"),
                Arguments.of("POST", "/transitions", "{\"to\": \"gone\"}", "to"),
                Arguments.of("POST", "/transitions", "{\"to\": \"attente-client\"}", "comment"),
                Arguments.of(
                        "POST",
                        "/transitions",
                        "{\"to\": \"attente-tiers\", \"comment\": \"x\", \"who\": \"nobody\"}",
                        "who"),
                Arguments.of(
                        "POST",
                        "/transitions",
                        "{\"to\": \"planifiee\", \"comment\": \"x\", \"by-whom\": \"Nadia\", \"when\": \"tomorrow\"}",
                        "when"),
                Arguments.of("PUT", "/owner", "{\"email\": 7}", "email"),
                Arguments.of("PUT", "/owner", "{\"email\": \"nobody@cloud.example\"}", "email"),
                Arguments.of("PUT", "/queue", "{\"name\": \"\"}", "name"),
                Arguments.of("PUT", "/queue", "{\"name\": \"vip\"}", "name"),
                Arguments.of("PUT", "/priority", "{}", "priority"),
                Arguments.of("PUT", "/priority", "{\"priority\": \"asap\"}", "priority"),
                Arguments.of("POST", "/escalations", "{\"reason\": \"anger\"}", "reason"),
                Arguments.of("POST", "/merges", "{\"into\": \"cloud-99\"}", "into"),
                Arguments.of("POST", "/merges", "{\"into\": \"../cloud-1\"}", "into"),
                Arguments.of("POST", "/forwards", "{}", "to"),
                Arguments.of(
                        "POST", "/forwards", "{\"to\": \"expert@vendor.example\\r\\nBcc: all@acme.example\"}", "to"),
                Arguments.of("POST", "/forwards", "{\"to\": \"a@b.example, c@d.example\"}", "to"),
                Arguments.of("POST", "/forwards", "{\"to\": [1]}", "to"),
                Arguments.of("POST", "/attachments", "{\"name\": \"a\", \"size\": \"big\"}", "size"),
                Arguments.of("POST", "/attachments", "{\"name\": \"a\", \"size\": 99999999999999999999}", "size"),
                Arguments.of("POST", "/attachments", "{\"name\": \"a\", \"size\": 1.5}", "size"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_bad_change_is_a_problem_that_names_the_field_and_changes_nothing(
            String method, String path, String body, String field) {
        var ticket = openedBy(World.ALICE);
        var before = read(World.NADIA, ticket).etag();
        var answer = Api.as(World.NADIA).inEnglish().send(method, "/api/tickets/" + ticket + path, body);
        assertEquals(400, answer.status(), answer.text());
        assertEquals(field, answer.json().path("field").asText(), answer.text());
        assertTrue(answer.json().has("value"));
        assertEquals(before, read(World.NADIA, ticket).etag());
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of("GET", "/api/nothing", null, 404),
                Arguments.of("GET", "/", null, 404),
                Arguments.of("GET", "/api/tickets", null, 404),
                Arguments.of("GET", "/api/tickets/cloud-0", null, 404),
                Arguments.of("GET", "/api/tickets/cloud-99999999999999999999", null, 404),
                Arguments.of("GET", "/api/tickets/CLOUD-1", null, 404),
                Arguments.of("GET", "/api/tickets/%2e%2e%2fcloud-1", null, 404),
                Arguments.of("GET", "/api/tickets/cloud-1%00", null, 404),
                Arguments.of("GET", "/api/tickets/" + "a".repeat(5_000) + "-1", null, 404),
                Arguments.of("GET", "/api/desks/nowhere", null, 404),
                Arguments.of("GET", "/api/desks/nowhere/tickets", null, 404),
                Arguments.of("POST", "/api/tickets/cloud-1/time-entries", "{}", 404),
                Arguments.of("DELETE", "/api/tickets/cloud-1", null, 405),
                Arguments.of("POST", "/api/me", "{}", 405),
                Arguments.of("PATCH", "/api/desks/cloud/tickets", "{}", 405),
                Arguments.of("GET", TICKETS + "?cursor=AAAA", null, 400),
                Arguments.of("GET", TICKETS + "?cursor=%00%ff%2e", null, 400),
                Arguments.of("GET", TICKETS + "?cursor=" + "A".repeat(7_000), null, 400),
                Arguments.of("GET", TICKETS + "?text=" + "x".repeat(201), null, 400),
                Arguments.of("GET", TICKETS + "?view=queue:", null, 403));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void a_bad_request_is_a_problem(String method, String path, String body, int status) {
        var answer = Api.as(World.ALICE).send(method, path, body);
        assertEquals(status, answer.status(), answer.text());
        assertEquals("application/problem+json", answer.headers().get("content-type"));
        assertEquals(status, answer.json().get("status").asInt());
        assertFalse(answer.text().contains("xception"));
    }

    @Test
    void a_wrong_method_says_which_are_right() {
        var allow =
                Api.as(World.ALICE).send("DELETE", "/api/me", null).headers().get("allow");
        assertTrue(allow != null && allow.contains("GET"), "Allow: " + allow);
    }

    @Test
    void a_head_is_a_get_without_its_body() {
        var event = Api.as(World.ALICE).event("HEAD", "/api/me", null, false);
        var answer = Api.invoke(event);
        assertEquals(200, answer.get("statusCode").asInt());
        assertEquals("application/json", answer.at("/headers/content-type").asText());
        assertEquals("", answer.get("body").asText());
    }

    @Test
    void what_is_not_encoded_as_a_url_is_is_named() {
        assertEquals(404, Api.as(World.ALICE).get("/api/tickets/cloud%2").status());
        var answer = Api.as(World.ALICE).get(TICKETS + "?view=%zz");
        assertEquals(400, answer.status());
        assertEquals("view", answer.json().get("field").asText());
    }

    @Test
    void a_body_that_is_not_json_by_its_type_is_unsupported() {
        for (var type : List.of("text/plain", "application/x-www-form-urlencoded", "application/xml")) {
            var answer = Api.as(World.ALICE).with("content-type", type).post(TICKETS, "{\"subject\": \"x\"}");
            assertEquals(415, answer.status(), type);
            problem(answer, "unsupported-media-type");
        }
        assertEquals(
                201,
                Api.as(World.ALICE)
                        .with("content-type", "application/json; charset=utf-8")
                        .post(TICKETS, "{\"subject\": \"x\"}")
                        .status());
    }

    @Test
    void an_answer_that_is_not_json_is_not_on_offer() {
        var answer = Api.as(World.ALICE).with("accept", "application/xml").get("/api/me");
        assertEquals(406, answer.status());
        problem(answer, "not-acceptable");
        assertEquals(
                200,
                Api.as(World.ALICE)
                        .with("accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                        .get("/api/me")
                        .status());
    }

    @Test
    void bad_headers_are_named() {
        var ticket = openedBy(World.ALICE);
        var key = Api.as(World.ALICE)
                .with("Idempotency-Key", "k".repeat(201))
                .post("/api/tickets/" + ticket + "/messages", "{\"text\": \"x\"}");
        assertEquals("Idempotency-Key", key.json().get("field").asText());
        var match = Api.as(World.ALICE)
                .with("If-Match", "yesterday")
                .post("/api/tickets/" + ticket + "/messages", "{\"text\": \"x\"}");
        assertEquals("If-Match", match.json().get("field").asText());
        assertEquals(
                200,
                Api.as(World.ALICE)
                        .with("If-Match", "*")
                        .post("/api/tickets/" + ticket + "/messages", "{\"text\": \"x\"}")
                        .status());
        assertEquals(
                200,
                Api.as(World.ALICE)
                        .with("Accept-Language", ";;q=,,*;q=2,fr;q=x,\u00e9")
                        .get("/api/me")
                        .status());
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "; ;", ",", ";;;,;", "fr;", "q=", "*", "\u0000", "fr;q=;q=1"})
    void whatever_a_header_holds_an_answer_comes_out(String value) {
        for (var header : List.of("Accept-Language", "Accept", "If-Match", "Idempotency-Key", "Content-Type")) {
            for (var path : List.of("/api/me", "/api/nowhere", "/api/tickets/cloud-99999")) {
                var status = Api.as(World.ALICE).with(header, value).get(path).status();
                assertTrue(status < 500, () -> header + ": " + value + " gives " + status + " at " + path);
            }
        }
    }

    @Test
    void an_owner_is_said_or_said_to_be_nobody_and_never_left_out() {
        var ticket = openedBy(World.ALICE);
        var owner = "/api/tickets/" + ticket + "/owner";
        Api.as(World.NADIA).put(owner, "{\"email\": \"" + World.NADIA + "\"}");
        for (var body : List.of("{}", "{\"email\": 7}", "{\"email\": [\"x\"]}")) {
            var answer = Api.as(World.NADIA).put(owner, body);
            assertEquals(400, answer.status(), body);
            assertEquals("email", answer.json().get("field").asText());
        }
        assertFalse(Api.as(World.NADIA)
                .get("/api/tickets/" + ticket)
                .json()
                .get("owner")
                .isNull());
        assertTrue(Api.as(World.NADIA)
                .put(owner, "{\"email\": null}")
                .json()
                .get("owner")
                .isNull());
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("PUT", "/queue", "{\"name\": \" VIP \\t\"}", " VIP \t"),
                Arguments.of("PUT", "/priority", "{\"priority\": \"A\\u0007B\"}", "A\u0007B"),
                Arguments.of("PUT", "/level", "{\"number\": 007}", null),
                Arguments.of("PUT", "/owner", "{\"email\": \" Nobody@Cloud.Example \"}", " Nobody@Cloud.Example "),
                Arguments.of("POST", "/transitions", "{\"to\": 1.50}", "1.50"),
                Arguments.of("POST", "/transitions", "{\"to\": \"\\ud800x\"}", "\uFFFDx"),
                Arguments.of("POST", "/transitions", "{\"to\": \"" + "é".repeat(90) + "\"}", "é".repeat(80) + "…"),
                Arguments.of(
                        "POST",
                        "/transitions",
                        "{\"to\": \"planifiee\", \"comment\": \"x\", \"by-whom\": \"N\", \"when\": \" Tomorrow\"}",
                        " Tomorrow"),
                Arguments.of("POST", "/merges", "{\"into\": \" CLOUD-99 \"}", " CLOUD-99 "),
                Arguments.of(
                        "POST",
                        "/attachments",
                        "{\"name\": \"a\", \"size\": 1, \"type\": \"Text/Plain; Charset=X\"}",
                        "Text/Plain; Charset=X"),
                Arguments.of("POST", "/attachments", "{\"name\": \"../A.EXE\", \"size\": 1}", "../A.EXE"),
                Arguments.of("POST", "/attachments", "{\"name\": \"a\", \"size\": 1.50}", "1.50"),
                Arguments.of("POST", "/forwards", "{\"to\": {\"email\": \" X \"}}", " X "),
                Arguments.of("POST", "/messages", "{\"text\": \"x\", \"visibility\": \"Public\"}", "Public"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void a_wrong_value_is_shown_as_it_came(String method, String path, String body, String shown) {
        var answer = Api.as(World.NADIA).send(method, "/api/tickets/" + openedBy(World.ALICE) + path, body);
        assertEquals(400, answer.status(), answer.text());
        if (shown != null) {
            assertEquals(shown, answer.json().get("value").asText(), answer.text());
        }
    }

    @Test
    void a_wrong_header_or_parameter_is_shown_as_it_came_and_half_a_letter_breaks_no_answer() {
        var ticket = openedBy(World.ALICE);
        var match = Api.as(World.ALICE)
                .with("If-Match", " Yesterday ")
                .post("/api/tickets/" + ticket + "/messages", "{\"text\": \"x\"}");
        assertEquals(" Yesterday ", match.json().get("value").asText());
        var list = Api.as(World.NADIA).get(TICKETS + "?view=%20All%20");
        assertEquals(" All ", list.json().get("value").asText());
        var name = Api.as(World.ALICE).post(TICKETS, "{\"\\udc00\": 1}");
        assertEquals(400, name.status(), name.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u200b", " \\u200d\\ufe0f ", "\\u3164", "\\u2800\\u00a0"})
    void what_shows_nothing_is_blank(String written) {
        var opened = Api.as(World.ALICE)
                .post(
                        "/api/desks/cloud/tickets",
                        "{\"type\": \"support\", \"subject\": \"" + written + "\", \"description\": \"x\"}");
        assertEquals(400, opened.status(), opened.text());
        assertEquals("subject", opened.json().get("field").asText());
        var message = Api.as(World.ALICE)
                .post("/api/tickets/" + openedBy(World.ALICE) + "/messages", "{\"text\": \"" + written + "\"}");
        assertEquals(400, message.status(), message.text());
    }

    @Test
    void texts_are_cleaned_of_what_controls_a_terminal_or_turns_text_around() {
        var ticket = openedBy(World.ALICE);
        var text = Api.as(World.ALICE)
                .post(
                        "/api/tickets/" + ticket + "/messages",
                        "{\"text\": \"a\\u001b[31mb\\r\\nc\\td\\u202Ee\\ud800f \\ud83d\\ude00 <script>\"}")
                .json()
                .at("/timeline/items/2/text")
                .asText();
        assertEquals("a[31mb\nc\tde\uFFFDf \uD83D\uDE00 <script>", text);
    }

    @Test
    void a_bug_is_a_problem_that_tells_nothing_but_the_request() {
        World.STORE.onceBeforeWriting(() -> {
            throw new IllegalStateException("secret table name");
        });
        var answer = Api.as(World.ALICE).inEnglish().post(TICKETS, "{\"subject\": \"x\"}");
        assertEquals(500, answer.status());
        problem(answer, "internal");
        assertFalse(answer.text().contains("secret"));
        assertEquals("ZQ7yKhEDjoEEMJw=", answer.json().get("request").asText());
    }

    @Test
    void an_outage_is_said_to_pass() {
        World.STORE.onceBeforeWriting(() -> {
            throw software.amazon.awssdk.core.exception.SdkClientException.create("secret table name");
        });
        var answer = Api.as(World.ALICE).inEnglish().post(TICKETS, "{\"subject\": \"x\"}");
        assertEquals(503, answer.status());
        problem(answer, "unavailable");
        assertEquals("2", answer.headers().get("retry-after"));
        assertFalse(answer.text().contains("secret"));
    }

    @Test
    void what_only_a_newer_version_can_read_is_said_to_pass() {
        World.STORE.onceBeforeWriting(() -> StoredCommit.unpack("id", new byte[] {99}));
        var answer = Api.as(World.ALICE).inEnglish().post(TICKETS, "{\"subject\": \"x\"}");
        assertEquals(503, answer.status());
        problem(answer, "unavailable");
        assertEquals("2", answer.headers().get("retry-after"));
        assertFalse(answer.text().contains("dictionary"), answer.text());
    }

    private static void problem(Api.Answer answer, String kind) {
        assertEquals("application/problem+json", answer.headers().get("content-type"));
        assertEquals("urn:guichet:problem:" + kind, answer.json().get("type").asText(), answer.text());
        assertEquals(answer.status(), answer.json().get("status").asInt());
        assertFalse(answer.json().get("detail").asText().isBlank());
        assertFalse(answer.text().contains("xception"), answer.text());
        assertFalse(answer.text().contains("\\tat "), answer.text());
    }
}

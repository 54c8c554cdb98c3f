package guichet.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;

/** What most tests begin with. */
abstract class Stories {
    @BeforeEach
    void startAnew() {
        World.STORE.clear();
        World.HELD.clear();
    }

    /** A ticket at the desk cloud, opened on Monday 2 March 2026 at 10:30 in Paris. */
    static String openedBy(String address) {
        return openedBy(address, "Jira est lent");
    }

    static String openedBy(String address, String subject) {
        var answer = Api.as(address).post("/api/desks/cloud/tickets", "{\"type\": \"support\", \"subject\": \"" + subject + "\", \"description\": \"Depuis ce matin.\"}");
        assertEquals(201, answer.status(), answer.text());
        return answer.json().get("id").asText();
    }

    static Api.Answer read(String address, String ticket) {
        var answer = Api.as(address).get("/api/tickets/" + ticket);
        assertEquals(200, answer.status(), answer.text());
        return answer;
    }
}

package guichet.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who sees what (S3-01). */
@QuarkusTest
class SeeingTest extends Stories {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET  | ''                              | ",
                "GET  | /sla/response/explanation       | ",
                "GET  | /attachments/0123456789abcdef   | ",
                "POST | /messages                       | {\"text\": \"hello\"}",
                "POST | /messages                       | {\"text\": \"hello\", \"visibility\": \"internal\"}",
                "POST | /attachments                    | {\"name\": \"a.txt\", \"size\": 3, \"type\": \"text/plain\"}",
                "POST | /transitions                    | {\"to\": \"en-cours\"}",
                "POST | /escalations                    | {\"reason\": \"other\"}",
                "POST | /merges                         | {\"into\": \"cloud-2\"}",
                "POST | /forwards                       | {\"to\": \"x@y.example\"}",
                "PUT  | /owner                          | {\"email\": \"nadia@cloud.example\"}",
                "PUT  | /queue                          | {\"name\": \"support\"}",
                "PUT  | /level                          | {\"number\": 1}",
                "PUT  | /priority                       | {\"priority\": \"high\"}",
            })
    void another_organizations_ticket_answers_exactly_like_one_that_does_not_exist(
            String method, String path, String body) {
        var ticket = openedBy(World.ALICE);
        var hidden = Api.as(World.GINA).send(method, "/api/tickets/" + ticket + path, body);
        var absent = Api.as(World.GINA).send(method, "/api/tickets/cloud-999" + path, body);
        assertEquals(404, hidden.status());
        assertEquals(absent.text(), hidden.text());
        assertEquals(absent.headers(), hidden.headers());
    }

    @Test
    void a_colleague_sees_the_ticket() {
        var ticket = openedBy(World.ALICE);
        assertEquals(200, Api.as(World.ALBERT).get("/api/tickets/" + ticket).status());
    }
}

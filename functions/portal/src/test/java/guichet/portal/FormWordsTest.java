package guichet.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FormWordsTest extends Stories {
    @Test
    void forms_and_queues_say_what_they_are_for() {
        var english = Api.as(World.TIM).inEnglish().get("/api/desks/atelier").json();
        assertEquals("A machine that broke down", english.at("/types/0/purpose").asText());
        assertEquals("Which machine?", english.at("/types/0/subject/hint").asText());
        assertEquals("What comes in", english.at("/queues/0/purpose").asText());
        var french = Api.as(World.TIM).inFrench().get("/api/desks/atelier").json();
        assertEquals("Une machine en panne", french.at("/types/0/purpose").asText());
        assertEquals("Quelle machine ?", french.at("/types/0/subject/hint").asText());
        assertEquals("Ce qui arrive", french.at("/queues/0/purpose").asText());
    }
}

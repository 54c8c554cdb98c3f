package guichet.local.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameMachineTest {
    private static boolean answers(String host, String origin) {
        var headers = new Headers();
        if (host != null) {
            headers.set("Host", host);
        }
        if (origin != null) {
            headers.set("Origin", origin);
        }
        return SameMachine.whyNot(headers).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:8080, true",
        "127.0.0.1, true",
        "localhost:8080, true",
        "LOCALHOST, true",
        "[::1]:8080, true",
        "evil.example, false",
        "127.0.0.1.evil.example:8080, false",
        "localhost.evil.example, false",
        "192.168.1.7:8080, false",
        "'', false",
    })
    void only_this_machine_is_meant(String host, boolean answered) {
        assertEquals(answered, answers(host, null));
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:5173, true",
        "http://127.0.0.1:8080, true",
        "http://[::1]:8080, true",
        "https://evil.example, false",
        "http://localhost.evil.example, false",
        "http://127.0.0.1@evil.example, false",
        "null, false",
        "'', false",
        "'not a url', false",
    })
    void no_page_of_somewhere_else_is_answered(String origin, boolean answered) {
        assertEquals(answered, answers("127.0.0.1:8080", origin));
    }

    @Test
    void whoever_is_turned_away_is_told_why_on_one_short_line() {
        var headers = new Headers();
        headers.set("Host", "x".repeat(500));
        var why = SameMachine.whyNot(headers).orElseThrow();
        assertTrue(why.length() < 200 && why.contains("localhost"), why);
        assertTrue(SameMachine.whyNot(new Headers()).isPresent());
    }
}

package guichet.notifier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import guichet.fixtures.WordCheck;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void all_that_the_notifier_says_stands_in_files_one_a_language_and_nothing_else_does() {
        assertEquals(List.of(), WordCheck.mistakes(Set.of(), MailContent.class));
    }
}

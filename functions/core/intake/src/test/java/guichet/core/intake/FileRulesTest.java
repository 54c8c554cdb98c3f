package guichet.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import guichet.core.mail.MailAttachment;
import guichet.core.mail.MailReader;
import guichet.core.ticket.Redaction.Why;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which files a desk takes: here up to 2 KB, and no ends of names but {@code dwg} of its own. */
class FileRulesTest {
    private static final int MOST = 2048;
    private final FrontDesk desk = FrontDesk.where("{ refused-files: dwg, max-attachment: 2 KB }");

    private Optional<Why> refusal(String name, int size, int number, Letter letter) {
        var file = new MailAttachment(name, "application/octet-stream", new byte[size], "", false);
        var mail = MailReader.read(letter.raw());
        return FileRules.refusal(desk.desk, mail, file, number);
    }

    private Optional<Why> refusal(String name, int size, int number) {
        return refusal(name, size, number, Letter.from(FrontDesk.ALICE));
    }

    @Test
    void a_file_is_taken() {
        assertEquals(Optional.empty(), refusal("plan.pdf", 10, 1));
        assertEquals(Optional.empty(), refusal("sans nom", 10, 1));
    }

    @Test
    void ends_of_names_that_the_desk_refuses_are_refused_whatever_their_case() {
        assertEquals(Optional.of(Why.PROGRAM), refusal("plan.dwg", 10, 1));
        assertEquals(Optional.of(Why.PROGRAM), refusal("PLAN.DWG", 10, 1));
        assertEquals(Optional.empty(), refusal("dwg.pdf", 10, 1));
    }

    @Test
    void a_program_is_refused_although_the_desk_does_not_list_its_end() {
        assertEquals(Optional.of(Why.PROGRAM), refusal("setup.exe", 10, 1));
    }

    @Test
    void a_file_may_be_as_large_as_the_desk_says_and_no_larger() {
        assertEquals(Optional.empty(), refusal("plan.pdf", MOST, 1));
        assertEquals(Optional.of(Why.TOO_LARGE), refusal("plan.pdf", MOST + 1, 1));
    }

    @Test
    void a_mail_may_bring_a_hundred_files() {
        assertEquals(Optional.empty(), refusal("plan.pdf", 10, 100));
        assertEquals(Optional.of(Why.TOO_MANY), refusal("plan.pdf", 10, 101));
    }

    @Test
    void no_file_of_a_mail_that_carries_a_virus_is_taken() {
        var letter = Letter.from(FrontDesk.ALICE);
        assertEquals(Optional.empty(), refusal("plan.pdf", 10, 1, letter.header("X-SES-Spam-Verdict", "FAIL")));
        assertEquals(Optional.of(Why.VIRUS), refusal("plan.pdf", 10, 1, letter.header("X-SES-Virus-Verdict", "FAIL")));
    }
}

package guichet.core.intake;

import static guichet.core.intake.FrontDesk.ALICE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.ticket.Redaction.RefusedFile;
import guichet.core.ticket.Redaction.Why;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which files come with a mail, and under which ids they are put away. */
class MailFilesTest {
    private final FrontDesk desk = new FrontDesk();

    private MailFiles files(Letter letter) {
        return InboundMail.read(desk.desk, desk.desk.address(), FrontDesk.MONDAY, "mail/1", letter.raw())
                .files();
    }

    private static String id(MailFiles files) {
        return files.kept().getFirst().attachment().id();
    }

    private static Letter plan(String text) {
        return Letter.from(ALICE).subject("Plan").says(text).file("plan.pdf", "%PDF");
    }

    @Test
    void a_repeated_delivery_has_the_same_ids_and_another_mail_has_others() {
        var once = files(plan("Bonjour"));
        assertEquals(id(once), id(files(plan("Bonjour").header("Received", "by mx2"))));
        assertNotEquals(id(once), id(files(plan("Bonsoir"))));
        assertArrayEquals(
                "%PDF".getBytes(StandardCharsets.UTF_8), once.kept().getFirst().content());
    }

    @Test
    void two_files_of_a_mail_have_two_ids() {
        var two = new String(plan("Bonjour").raw(), StandardCharsets.UTF_8)
                .replace("--b--", "--b\nContent-Type: application/pdf; name=plan.pdf\n\n%PDF\n--b--");
        var files = InboundMail.read(
                        desk.desk,
                        desk.desk.address(),
                        FrontDesk.MONDAY,
                        "mail/1",
                        two.getBytes(StandardCharsets.UTF_8))
                .files();
        assertEquals(2, files.kept().size());
        assertTrue(id(files).endsWith("-1"), id(files));
        assertNotEquals(id(files), files.kept().getLast().attachment().id());
    }

    @Test
    void what_the_desk_refuses_is_named_and_not_kept() {
        var files = files(Letter.from(ALICE).subject("Outil").file("setup.exe", "MZ"));
        assertEquals(List.of(), files.kept());
        assertEquals(List.of(new RefusedFile("setup.exe", Why.PROGRAM)), files.refused());
    }
}

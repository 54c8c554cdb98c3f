package guichet.core.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Looking takes time: how much of a large mail is looked into. */
class MaskedSizeTest {
    private static final String TELLING = "\nMot de passe : Soleil42mer";
    private static final int LOOKED_INTO = 3_000_000;

    private static byte[] mail(String text, String... files) {
        return Mails.bytes(Mails.FROM + "Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n" + text
                + IntStream.range(0, files.length)
                        .mapToObj(i -> "\n--b\nContent-Type: text/plain; name=" + i + ".log\n"
                                + "Content-Disposition: attachment; filename=" + i + ".log\n\n" + files[i])
                        .collect(Collectors.joining())
                + "\n--b--\n");
    }

    /** Its line ends are two bytes each. */
    private static String log(int bytes, String last) {
        return "x".repeat(bytes - last.length() - 1) + last;
    }

    private static List<String> files(byte[] kept) {
        return MailReader.read(kept, new ReadOptions(false, Set.of())).attachments().stream()
                .map(file -> new String(file.content(), StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void a_file_of_three_megabytes_is_looked_into_and_one_of_a_byte_more_is_not() {
        assertEquals(1, MailReader.read(mail("x", log(LOOKED_INTO, TELLING))).masked());
        assertEquals(
                0, MailReader.read(mail("x", log(LOOKED_INTO + 1, TELLING))).masked());
    }

    @Test
    void files_are_looked_into_until_they_are_three_megabytes_together_and_a_small_one_may_follow() {
        var logs = mail("x", log(2_000_000, ""), log(1_000_001, TELLING + "1"), log(1_000, TELLING + "2"));
        assertEquals(1, MailReader.read(logs).masked());
        var kept = files(MaskedMail.of(logs));
        assertFalse(kept.get(2).contains("Soleil42mer"));
    }

    @Test
    void a_mail_that_is_written_anew_shows_no_value_of_a_larger_file_either() {
        var kept = files(MaskedMail.of(mail("Mot de passe : Tr0ub4dor3", log(LOOKED_INTO + 100_000, TELLING))));
        assertFalse(kept.getFirst().contains("Soleil42mer"), "there is time for it");
    }

    @Test
    void of_the_largest_files_only_what_is_known_by_then_goes() {
        var large = log(4_100_000, "\nTr0ub4dor3 et mot de passe : Soleil42mer");
        var kept = files(MaskedMail.of(mail("Mot de passe : Tr0ub4dor3", large)));
        assertEquals(large.replace("Tr0ub4dor3", "••••••"), kept.getFirst().replace("\r\n", "\n"));
        var two = files(MaskedMail.of(
                mail("Mot de passe : Tr0ub4dor3", log(2_500_000, TELLING), log(2_500_000, TELLING + "2"))));
        assertFalse(two.getFirst().contains("Soleil42mer"));
        assertTrue(two.get(1).endsWith("••••••2"), two.get(1).substring(2_499_900));
    }

    @Test
    void html_with_more_secrets_than_are_sought_is_not_kept() {
        var page = IntStream.range(0, 510)
                .mapToObj(i -> "<p>mdp : Soleil%04d</p>".formatted(i))
                .collect(Collectors.joining());
        var kept = MailReader.read(
                MaskedMail.of(Mails.bytes(Mails.FROM + "Subject: x\nContent-Type: text/html\n\n" + page)),
                new ReadOptions(false, Set.of()));
        assertEquals("", kept.html());
        assertEquals(MailReader.NO_TEXT, kept.text());
    }
}

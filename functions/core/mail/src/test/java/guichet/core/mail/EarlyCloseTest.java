package guichet.core.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.mail.mime.Remark;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Multiparts whose delimiters close too early, or serve two of them: nothing behind is lost, and what is cut is said.
 */
class EarlyCloseTest {
    private static final String TEXT = "Content-Type: text/plain\n\n";
    private static final String PAGE = "Content-Type: text/html\n\n<p>Panne au dépôt</p>\n";

    private static String file(String name) {
        return "Content-Type: application/pdf; name=" + name + "\n\n%PDF\n";
    }

    private static IncomingMail mixed(String body) {
        return Mails.withHeaders("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=out\n", body);
    }

    private static List<String> names(IncomingMail mail) {
        return mail.attachments().stream().map(MailAttachment::name).toList();
    }

    @Test
    void parts_behind_a_delimiter_that_closes_too_early_are_parts() {
        var mail = mixed("--out\n" + TEXT + "Panne au dépôt\n--out--\n--out\n" + file("plan.pdf") + "--out--\n--out\n"
                + file("photo.pdf") + "--out--\n");
        assertEquals("Panne au dépôt", mail.text());
        assertEquals(List.of("plan.pdf", "photo.pdf"), names(mail));
        assertEquals(List.of(), mail.remarks());
    }

    @Test
    void a_generator_that_closes_after_each_part_loses_none_of_thirty() {
        var body = new StringBuilder("--out\n" + TEXT + "Trente plans\n--out--\n");
        for (int i = 0; i < 30; i++) {
            body.append("--out\n").append(file("plan-" + i + ".pdf")).append("--out--\n");
        }
        assertEquals(30, mixed(body.toString()).attachments().size());
    }

    @Test
    void alternatives_that_share_the_boundary_of_the_mail_around_are_alternatives() {
        var mail = mixed("--out\nContent-Type: multipart/alternative; boundary=out\n\n--out\n" + TEXT
                + "Panne au dépôt\n--out\n" + PAGE + "--out--\n--out\n" + file("plan.pdf") + "--out--\n");
        assertEquals("Panne au dépôt", mail.text(), "once");
        assertEquals(List.of("plan.pdf"), names(mail));
        assertTrue(mail.html().contains("dépôt"), mail.html());
    }

    @Test
    void three_multiparts_of_one_boundary_give_up_all_that_they_hold() {
        var mail = mixed("--out\nContent-Type: multipart/related; boundary=out\n\n"
                + "--out\nContent-Type: multipart/alternative; boundary=out\n\n--out\n" + TEXT
                + "Panne au dépôt\n--out\n" + PAGE + "--out--\n--out\n" + file("plan.pdf") + "--out--\n--out\n"
                + file("photo.pdf") + "--out--\n");
        assertEquals("Panne au dépôt", mail.text());
        assertEquals(List.of("plan.pdf", "photo.pdf"), names(mail));
    }

    @Test
    void a_close_of_the_mail_within_an_inner_multipart_hides_neither_its_parts_nor_those_after_it() {
        var mail = mixed("--out\nContent-Type: multipart/alternative; boundary=in\n\n--in\n" + TEXT
                + "Panne au dépôt\n--out--\n--in\n" + PAGE + "--in--\n--out\n" + file("plan.pdf") + "--out--\n");
        assertTrue(mail.text().startsWith("Panne au dépôt"), mail.text());
        assertEquals(List.of("plan.pdf"), names(mail));
    }

    @Test
    void what_a_list_writes_below_the_last_delimiter_is_no_part() {
        var mail = mixed("--out\n" + TEXT + "Panne au dépôt\n--out--\n\n-- \nListe du dépôt\n-----\n\nSe désabonner\n"
                + "-----\n");
        assertEquals("Panne au dépôt", mail.text());
        assertEquals(List.of(), names(mail));
    }

    @Test
    void what_lies_too_deep_is_attached_as_it_came_and_said() {
        var deep = new StringBuilder("MIME-Version: 1.0\n");
        for (int i = 0; i < 40; i++) {
            deep.append("Content-Type: multipart/mixed; boundary=b" + i + "z\n\n--b" + i + "z\n");
        }
        var mail = Mails.read(Mails.FROM + deep + TEXT + "Au fond\n");
        assertEquals(List.of(Remark.UNOPENED), mail.remarks());
        assertEquals(1, mail.attachments().size());
    }

    @Test
    void a_page_under_another_name_that_is_cut_is_kept_whole_and_said() {
        var mail = Mails.read(Mails.FROM + "MIME-Version: 1.0\nContent-Type: application/xhtml+xml\n\n<html><body>"
                + "<p>une ligne de journal</p>".repeat(50_000) + "</body></html>");
        assertEquals(List.of(Remark.TEXT_CUT), mail.remarks());
        assertEquals(1, mail.attachments().size());
    }

    @Test
    void a_header_in_raw_bytes_is_in_the_charset_of_the_body_unless_it_is_utf_8() throws Exception {
        var charset = java.nio.charset.Charset.forName("GBK");
        var head = "From: 王小明 <wang@acme.example>\nSubject: 打印机坏了吗\n";
        var tail =
                "MIME-Version: 1.0\nContent-Type: text/plain; charset=gb2312\nContent-Transfer-Encoding: 8bit\n\n打印机坏了";
        var raw = MailReader.read(Mails.bytes(head + tail, charset));
        assertEquals("打印机坏了吗", raw.subject());
        assertEquals("王小明", raw.from().name());
        var both = new java.io.ByteArrayOutputStream();
        both.writeBytes(Mails.bytes(head));
        both.writeBytes(Mails.bytes(tail, charset));
        var mixed = MailReader.read(both.toByteArray());
        assertEquals("打印机坏了吗", mixed.subject());
        assertEquals("王小明", mixed.from().name());
        assertEquals("打印机坏了", mixed.text());
    }

    @Test
    void a_header_in_raw_bytes_is_in_the_charset_that_the_page_names_itself() {
        var charset = java.nio.charset.Charset.forName("windows-1251");
        var mail = MailReader.read(Mails.bytes(
                Mails.FROM + "Subject: Принтер\nMIME-Version: 1.0\nContent-Type: text/html\n\n"
                        + "<html><head><meta charset=windows-1251></head><body>Принтер не печатает</body></html>",
                charset));
        assertEquals("Принтер", mail.subject());
        assertEquals("Принтер не печатает", mail.text());
    }

    @Test
    void a_file_name_in_raw_bytes_is_in_the_charset_of_the_body_too() {
        var mail = MailReader.read(Mails.bytes(
                Mails.FROM + "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=out\n\n--out\n"
                        + "Content-Type: text/plain; charset=gbk\n\n见附件\n--out\n"
                        + "Content-Type: application/pdf; name=\"打印机图纸.pdf\"\n\n%PDF\n--out--\n",
                java.nio.charset.Charset.forName("GBK")));
        assertEquals(List.of("打印机图纸.pdf"), names(mail));
        assertEquals("%PDF", new String(mail.attachments().getFirst().content(), StandardCharsets.US_ASCII).strip());
    }
}

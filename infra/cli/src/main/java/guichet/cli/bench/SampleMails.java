package guichet.cli.bench;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Mails as customers write them, each from a sender and with a Message-ID of its own. */
final class SampleMails {
    static final String DESK = "support@cloud.example";
    private static final List<String> DOMAINS = List.of("acme.example", "globex.example", "stranger.example");
    private static final String TEXT = """
        Bonjour,

        Depuis ce matin, Jira est très lent : chaque page met plus de dix secondes à s'afficher, et deux collègues \
        n'arrivent plus à se
        connecter. Nous avons une mise en production à 14 h ; pouvez-vous regarder en priorité ?

        Merci d'avance,
        """;

    private SampleMails() {}

    static String sender(int number) {
        return "client" + number + "@" + DOMAINS.get(number % DOMAINS.size());
    }

    /** Text and HTML, as most clients send it; every tenth with a small attachment. */
    static byte[] mail(int number) {
        var sender = sender(number);
        var html = "<html><body><p>" + TEXT.replace("\n\n", "</p>\n<p>") + "</p></body></html>";
        var alternative =
                "--alt\r\n" + part("text/plain", TEXT) + "--alt\r\n" + part("text/html", html) + "--alt--\r\n";
        var body = number % 10 == 0
                ? "Content-Type: multipart/mixed; boundary=mix\r\n\r\n"
                        + "--mix\r\n"
                        + "Content-Type: multipart/alternative; boundary=alt\r\n\r\n"
                        + alternative + "--mix\r\n" + attachment(number) + "--mix--\r\n"
                : "Content-Type: multipart/alternative; boundary=alt\r\n\r\n" + alternative;
        return ("From: \"Client " + number + "\" <" + sender + ">\r\nTo: Support <" + DESK + ">\r\n"
                        + "Subject: =?utf-8?q?Jira_est_tr=C3=A8s_lent?= depuis ce matin (poste " + number + ")\r\n"
                        + "Date: Mon, 2 Mar 2026 10:00:00 +0100\r\nMessage-ID: <bench." + number + "."
                        + Long.toHexString(System.nanoTime()) + "@" + sender.substring(sender.indexOf('@') + 1)
                        + ">\r\nMIME-Version: 1.0\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String part(String type, String text) {
        return "Content-Type: " + type + "; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "\r\n";
    }

    private static String attachment(int number) {
        return "Content-Type: text/plain; name=journal.txt\r\n"
                + "Content-Disposition: attachment; filename=journal.txt\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder()
                        .encodeToString(("2026-03-02 09:00:00 WARN slow page\n".repeat(60) + number)
                                .getBytes(StandardCharsets.UTF_8))
                + "\r\n";
    }
}

package guichet.cli.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Mails that say nothing but what is dear to look at: half a megabyte of text, a page of it and three megabytes of log
 * files, pages of a megabyte, or as many headers as SES takes.
 */
final class WorstMails {
    private static final int MEGABYTE = 1_000_000;
    private static final int MOST = 40 * 1024 * 1024;

    private WorstMails() {}

    static List<byte[]> all() {
        return List.of(
                mail(i -> "password: Abc" + i + "!x and token = t0k" + i + "en\n"),
                mail(i -> "the password of the vpn of alice is lost and the token expired, secret api key code"
                        + " pin pass\n"),
                mail(i -> "pass pass token token secret passpass key_api api_key aaaaaaaaaaaaaaaaaaaa_secretx\n"),
                mail(i -> "eyJhbGciOi eyJhbGciOiJIUzI1NiJ9.eyJ bearer xox sk- ghp_ https://u:p" + i
                        + "@h basic abcdefg\n"),
                mail(i -> i < 500 ? "password: Ab" + i + "!xyzt\n" : "AbAbAbAbAbAbAb"),
                mail(i -> "-----BEGIN PRIVATE KEY-----\n"),
                mail(i -> "> ".repeat(i % 30) + "On Monday, Alice wrote: De : <a@b.example> --\n"),
                page("<div style=\"" + "a:a;".repeat(500) + "\">", 20, "<b>x</b>"),
                page("<div>", 150, "<b>x</b>"),
                page("", 0, "<a href=\"https://x.example/a%20b?c=d\" title=\"password: abc\">x</a>"),
                page("<style>" + "*{color:red}".repeat(20_000) + "</style>", 1, "<b>x</b>"),
                ("From: alice@acme.example\r\n" + text(_ -> "X-A: b\r\n", MOST - MEGABYTE))
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** HTML alone, of a megabyte. */
    private static byte[] page(String opening, int times, String piece) {
        return ("From: alice@acme.example\r\n"
                        + "MIME-Version: 1.0\r\n"
                        + "Content-Type: text/html; charset=utf-8\r\n\r\n"
                        + "<html><body>"
                        + opening.repeat(times) + text(_ -> piece, MEGABYTE - 2_000 - times * opening.length()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] mail(IntFunction<String> line) {
        var text = text(line, MEGABYTE / 2);
        var page = "<html><body><p>" + text.replace(">", "&gt;").replace("\n", "</p><p>") + "</p></body></html>";
        var log =
                part("text/plain", "Content-Disposition: attachment; filename=a.log\r\n", text(line, MEGABYTE - 1_000));
        return ("From: alice@acme.example\r\nTo: " + SampleMails.DESK
                        + "\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                        + part("text/plain", "", text) + part("text/html", "", page) + log + log + log + "--b--\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String part(String type, String header, String content) {
        return "--b\r\nContent-Type: " + type + "; charset=utf-8\r\n" + header + "\r\n" + content + "\r\n";
    }

    private static String text(IntFunction<String> line, int size) {
        var text = new StringBuilder(size + 100);
        for (int i = 0; text.length() < size; i++) {
            text.append(line.apply(i));
        }
        return text.toString();
    }
}

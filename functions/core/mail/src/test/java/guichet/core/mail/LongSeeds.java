package guichet.core.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Long mails, made of the short seeds: a fuzzer makes none that is longer than the longest that it begins with.
 * {@code -Pfuzz} has them written into a folder, {@link SeedMailsTest} reads them.
 */
final class LongSeeds {
    private static final String WORDS =
            "Le serveur « été » ne répond plus depuis ce matin : voir l'écran ci-joint, et la suite. ";

    private LongSeeds() {}

    public static void main(String... folder) throws IOException {
        Path into = Files.createDirectories(Path.of(folder[0]));
        for (var mail : mails().entrySet()) {
            Files.write(into.resolve(mail.getKey() + ".eml"), mail.getValue());
        }
    }

    static Map<String, byte[]> mails() throws IOException {
        var seeds = new ArrayList<String>();
        for (Path seed : SeedMailsTest.mails().toList()) {
            seeds.add(Files.readString(seed, StandardCharsets.ISO_8859_1));
        }
        var mails = new LinkedHashMap<String, String>();
        mails.put("nested", nested(seeds));
        mails.put("many-parts", manyParts(seeds));
        mails.put("thread", mail("text/plain; charset=utf-8", thread(12)));
        mails.put("flowed-thread", mail("text/plain; charset=utf-8; format=flowed; delsp=yes", thread(6)));
        mails.put("html-thread", mail("text/html; charset=utf-8", htmlThread(12)));
        mails.put(
                "html-table",
                mail(
                        "text/html",
                        "<meta charset=utf-8><style>.a{font-size:0} td{color:red}</style><table class=a>"
                                + repeat(
                                        60,
                                        i -> "<tr><td style=\"font-size:" + i % 20 + "px\">" + i + "<td hidden>"
                                                + WORDS)
                                + "</table>"));
        mails.put("headers", headers());
        mails.put(
                "base64",
                mail(
                        "text/plain; charset=utf-8\nContent-Transfer-Encoding: base64",
                        base64(WORDS.repeat(60)) + "\n-- \nListe\nhttp://liste.example/\n"));
        mails.put(
                "quoted-printable",
                mail(
                        "text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable",
                        repeat(100, i -> "ligne " + i + " =C3=A9t=C3=A9 =E9 =20=\n et la suite\n")));
        mails.put(
                "log",
                mail(
                        "text/plain",
                        repeat(
                                80,
                                i -> "2026-03-02 10:00:" + i + " user=alice password=Soleil" + i + "! token: abcdef"
                                        + i * 7919 + "\n")));
        mails.put("report", report());
        mails.put(
                "uuencode",
                mail(
                        "text/plain",
                        repeat(12, i -> WORDS + "\n\nbegin 644 a" + i + ".txt\n" + "#0V%T\n".repeat(60) + "`\nend\n")));
        var raw = new LinkedHashMap<String, byte[]>();
        mails.forEach((name, mail) -> raw.put(name, mail.getBytes(StandardCharsets.ISO_8859_1)));
        return raw;
    }

    /** Of letters that are bytes, as the seeds are read. */
    private static String mail(String type, String body) {
        return "From: Alice <alice@acme.example>\nSubject: RE: long\nIn-Reply-To: <1@cloud.example>\nMIME-Version: 1.0\nContent-Type: "
                + type + "\n\n" + bytes(body);
    }

    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String base64(String text) {
        return Mails.base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private interface Piece {
        String of(int i);
    }

    private static String repeat(int times, Piece piece) {
        return IntStream.range(0, times).mapToObj(piece::of).collect(Collectors.joining());
    }

    private static String nested(List<String> seeds) {
        String inner = seeds.getFirst();
        for (int i = 0; i < 15; i++) {
            String kind = List.of("mixed", "alternative", "related").get(i % 3);
            inner = "Content-Type: multipart/" + kind + "; boundary=b" + i + "\n\n--b" + i + "\n"
                    + part(seeds.get(i % seeds.size())) + "\n--b" + i + "\n" + inner + "\n--b" + i + "--\n";
        }
        return "From: Alice <alice@acme.example>\nSubject: long\nMIME-Version: 1.0\n" + inner;
    }

    private static String manyParts(List<String> seeds) {
        String parts = seeds.stream()
                .filter(seed -> seed.length() < 400)
                .map(seed -> "\n--b\n" + part(seed) + "\n--b\nContent-Type: message/rfc822\n\n" + seed)
                .collect(Collectors.joining());
        return "From: Alice <alice@acme.example>\nSubject: long\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n"
                + parts + "\n--b--\n";
    }

    /** Without the headers that only a whole mail has. */
    private static String part(String mail) {
        int type = mail.indexOf("Content-Type:");
        return type < 0 ? "\n" + mail : mail.substring(type);
    }

    private static String thread(int depth) {
        var thread = new StringBuilder(WORDS + "\n");
        for (int i = 0; i < depth; i++) {
            String quote = ">".repeat(i);
            thread.append('\n')
                    .append(quote)
                    .append(" On Mon, 2 Mar 2026 at 10:")
                    .append(10 + i)
                    .append(", Support <support@cloud.example> wrote:\n");
            for (int line = 0; line < 4; line++) {
                thread.append(quote).append("> ").append(WORDS).append("\n");
            }
            thread.append(quote).append("> -- \n").append(quote).append("> Alice Martin, +33 1 23 45 67 89\n");
        }
        return thread
                + "\n-----Message d'origine-----\nDe : Support <support@cloud.example>\nEnvoyé : lundi 2 mars 2026 10:00\nÀ : Alice\nObjet : long\n\n"
                + WORDS.repeat(10);
    }

    private static String htmlThread(int depth) {
        return "<div dir=ltr>" + WORDS
                + repeat(
                        depth,
                        i -> "<div class=\"gmail_quote\"><div class=gmail_attr>Le lun. 2 mars 2026 à 10:" + (10 + i)
                                + ", Support &lt;support@cloud.example&gt; a écrit&nbsp;:<br></div>"
                                + "<blockquote class=\"gmail_quote\" style=\"margin:0 0 0 .8ex\"><p class=MsoNormal>"
                                + WORDS.repeat(2) + "</p><img src=\"cid:a" + i + "@x\">")
                + "</blockquote></div>".repeat(depth) + "</div>";
    }

    private static String headers() {
        return "From: Alice <alice@acme.example>\n"
                + repeat(
                        20,
                        i -> "Received: from a" + i + ".example (a [192.0.2." + i
                                + "])\n\tby b.example; Mon, 2 Mar 2026 10:00:00 +0100\n")
                + "To: " + repeat(60, i -> "\"Martin, A" + i + "\" <a" + i + "@acme.example>,\n ")
                + "groupe: b@acme.example, c@acme.example;\n"
                + "References:" + repeat(80, i -> " <" + i + "@acme.example>\n") + "Subject: "
                + repeat(30, _ -> "=?utf-8?Q?=C3=A9t=C3=A9?=\n =?iso-8859-1?B?6XTp?=\n ") + "fin\n"
                + "Content-Type: text/plain;\n" + repeat(20, i -> " name*" + i + "*=%C3%A9;\n")
                + " charset=utf-8\n\nBonjour\n";
    }

    private static String report() {
        return mail(
                "multipart/report; report-type=delivery-status; boundary=b",
                "--b\nContent-Type: text/plain\n\n" + repeat(30, i -> "<a" + i + "@acme.example>: 550 5.1.1 unknown\n")
                        + "\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\n"
                        + repeat(
                                60,
                                i -> "Final-Recipient: rfc822; a" + i
                                        + "@acme.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 unknown\n\n")
                        + "\n--b\nContent-Type: message/rfc822\n\nMessage-ID: <1@cloud.example>\n\n" + WORDS
                        + "\n--b--\n");
    }
}

package guichet.core.mail;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Whatever arrives is a mail, and no part of it is larger than what arrived allows. */
class AnyBytesTest {
    private static final String[] PIECES = {
        "From: ",
        "Alice <alice@acme.example>",
        "\r\n",
        "\n",
        "\n\n",
        " ",
        "\t",
        ":",
        ";",
        ",",
        "\"",
        "(",
        ")",
        "<",
        ">",
        "=?utf-8?Q?",
        "=C3=A9",
        "=?iso-2022-jp?B?",
        "?=",
        "GyRC",
        "\u001B$B",
        "Content-Type: ",
        "multipart/mixed; boundary=b",
        "multipart/alternative; boundary=\"b b\"",
        "text/html",
        "text/plain; format=flowed",
        "message/rfc822",
        "message/delivery-status",
        "application/ms-tnef",
        "charset=utf-16",
        "charset=gb18030",
        "charset=utf-7",
        "Content-Transfer-Encoding: base64\n",
        "Content-Transfer-Encoding: quoted-printable\n",
        "Content-Disposition: attachment; filename*0*=utf-8''%C3; filename*1=x\n",
        "--b\n",
        "--b--\n",
        "--b b\n",
        "<div class=gmail_quote>",
        "<blockquote>",
        "</div>",
        "<pre>",
        "begin 644 a\n",
        "#0V%T\n",
        "end\n",
        "> ",
        "On Mon, 2 Mar 2026 at 10:00, A <a@x> wrote:\n",
        "-- \n",
        "De : x\nEnvoyé : 10:00\nÀ : y\n",
        "mot de passe : ",
        "password=",
        "+AOk-",
        "\u0000",
        "\uFEFF",
        "\uD83D",
        "\uE0F0",
        "é",
        "日本",
        "Subject: ",
        "Date: Mon, 2 Mar 2026 10:00:00 +0100\n",
        "References: <a@b>",
        "Authentication-Results: amazonses.com; ",
        "dmarc=pass",
        "0x9f78",
        "\u0078\u009f\u003e\"",
        "Final-Recipient: rfc822; a@b\n",
        "\r",
        "\r\r\n",
        "From : ",
        "charset=hz",
        "~{",
        "<meta charset=koi8-r>",
        "<p style=display:none>",
        "font-size:0",
        "{\\rtf1 ",
        "w4l0w6kgw6AgTm/Dq2wgZXQgYXByw6hz\n",
        "\u00C3",
    };

    @Property(tries = 2_000)
    void any_bytes_are_a_mail(@ForAll @Size(max = 2_000) byte[] raw) {
        Readable.check(raw);
    }

    @Property(tries = 3_000)
    void any_pieces_of_mails_are_a_mail(@ForAll long seed) {
        var random = new Random(seed);
        var mail = new StringBuilder();
        int pieces = random.nextInt(120);
        for (int i = 0; i < pieces; i++) {
            mail.append(PIECES[random.nextInt(PIECES.length)]);
        }
        Readable.check(
                mail.toString().getBytes(random.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1));
    }

    @Property(tries = 1_000)
    void any_damage_leaves_a_mail(@ForAll long seed) {
        var random = new Random(seed);
        byte[] raw = Mails.bytes(
                Mails.FROM
                        + "Subject: =?utf-8?Q?=C3=89t=C3=A9?=\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"b1\"\n\n--b1\nContent-Type: text/html; charset=utf-8\n\n<p>Bonjour <blockquote type=cite>x</blockquote></p>\n--b1\n"
                        + "Content-Type: application/ms-tnef\nContent-Transfer-Encoding: base64\n\neJ8+IgECApAGAAgAAQAAAA==\n--b1--\n");
        int hits = 1 + random.nextInt(20);
        for (int i = 0; i < hits; i++) {
            raw[random.nextInt(raw.length)] = (byte) random.nextInt(256);
        }
        Readable.check(raw);
    }
}

package guichet.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import guichet.local.aws.Http;
import guichet.local.aws.Outbox;
import guichet.local.mail.MailView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The outbox for a person's eyes. Whatever a mail holds is shown as text, or in a frame where nothing runs and nothing
 * is fetched.
 */
final class OutboxPage {
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
    private static final String HEAD = """
        <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>%s</title><style>
        body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
        body { color-scheme: light dark }
        table { border-collapse: collapse; width: 100%% }
        td, th { text-align: left; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #8884; vertical-align: top }
        pre { white-space: pre-wrap; overflow-wrap: anywhere }
        iframe { width: 100%%; height: 30rem; border: 1px solid #8888; background: #fff }
        </style></head><body>\
        """;

    private OutboxPage() {}

    static void list(HttpExchange exchange, List<Outbox.Sent> mails) throws IOException {
        var page = new StringBuilder(HEAD.formatted("Outbox")).append("<h1>Outbox</h1>");
        page.append(mails.isEmpty() ? "<p>No mail has gone out yet.</p>" : "<table><tr><th>At<th>To<th>Subject</tr>");
        for (var mail : mails.reversed()) {
            page.append("<tr><td>")
                    .append(mail.at().toString(), 0, 19)
                    .append("<td>")
                    .append(escape(String.join(", ", mail.to())))
                    .append("<td><a href=\"/_local/mail/")
                    .append(mail.id())
                    .append("\">")
                    .append(escape(MailView.of(mail).subject()))
                    .append("</a></tr>");
        }
        send(exchange, page.append(mails.isEmpty() ? "" : "</table>"));
    }

    static void mail(HttpExchange exchange, MailView mail) throws IOException {
        var page = new StringBuilder(HEAD.formatted(escape(mail.subject())));
        page.append("<p><a href=\"/_local/\">Outbox</a> · <a href=\"/_local/mail/")
                .append(mail.sent().id())
                .append("/raw\">raw</a></p><h1>")
                .append(escape(mail.subject()))
                .append("</h1><table><tr><th>Envelope<td>")
                .append(escape(mail.sent().from() + " → "
                        + String.join(", ", mail.sent().to())));
        mail.headers()
                .forEach((name, value) -> page.append("<tr><th>")
                        .append(escape(name))
                        .append("<td>")
                        .append(escape(value)));
        page.append("</table>");
        if (mail.text() != null) {
            page.append("<h2>Text</h2><pre>").append(escape(mail.text())).append("</pre>");
        }
        if (mail.html() != null) {
            page.append("<h2>HTML</h2><iframe sandbox title=\"HTML part\" srcdoc=\"")
                    .append(escape(mail.html()))
                    .append("\"></iframe>");
        }
        send(exchange, page);
    }

    private static void send(HttpExchange exchange, StringBuilder page) throws IOException {
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        Http.send(
                exchange,
                200,
                "text/html; charset=utf-8",
                page.append("</body></html>").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}

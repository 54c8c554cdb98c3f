package guichet.portal.ticket;

import guichet.core.desk.Language;
import guichet.core.html.ShownHtml;
import guichet.portal.http.Response;
import guichet.portal.ticket.Tickets.Visible;
import java.util.Collection;

/**
 * The page around a mail's HTML. Whatever might slip through the cleaning meets a page that runs no script, sends no
 * form, and fetches images only from where it must. The policy stands in the page as well: whoever puts it into a frame
 * by {@code srcdoc} loses the headers.
 */
final class MessagePage {
    /** Links open in a tab of their own, which is free again; nothing else is allowed. */
    private static final String SANDBOX = "sandbox allow-popups allow-popups-to-escape-sandbox";

    private MessagePage() {}

    /** @param origins of the links to the mail's own pictures */
    static Response of(Visible visible, ShownHtml shown, boolean withRemote, Collection<String> origins) {
        var policy = policy(withRemote, origins);
        return Response.page(page(visible, shown, withRemote, policy))
                .with("content-security-policy", SANDBOX + "; " + policy + "; frame-ancestors 'self'")
                .with("x-content-type-options", "nosniff")
                .with("referrer-policy", "no-referrer")
                .with("x-dns-prefetch-control", "off")
                .with("content-language", visible.caller().language().code())
                .with("guichet-remote-images", Integer.toString(shown.remote()));
    }

    static String caption(Language language) {
        return TicketWords.IMAGE.in(language);
    }

    private static String policy(boolean withRemote, Collection<String> origins) {
        var from = String.join(" ", origins) + (withRemote ? " https: http:" : "");
        return "default-src 'none'; img-src " + (from.isBlank() ? "'none'" : from.strip())
                + "; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
    }

    /** Mail is written for a light background, so it gets one; what it says of its layout ends at its own box. */
    private static String page(Visible visible, ShownHtml shown, boolean withRemote, String policy) {
        return """
            <!doctype html>
            <html>
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="%s">
            <meta http-equiv="x-dns-prefetch-control" content="off">
            <meta name="referrer" content="no-referrer">
            <meta name="viewport" content="width=device-width">
            <meta name="color-scheme" content="light">
            <title>%s</title>
            <style>
            body { margin: 0; background: #fff; color: #000; }
            body { font: 15px/1.45 system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; }
            .guichet-note { margin: 0; padding: 6px 16px; background: #f1f3f5; color: #495057; font-size: 13px; }
            .guichet-mail { padding: 16px; overflow: auto; overflow-wrap: anywhere; contain: layout paint; }
            .guichet-mail img { max-width: 100%%; object-fit: contain; }
            .guichet-mail pre { white-space: pre-wrap; font: inherit; }
            .guichet-mail blockquote { margin: 0 0 0 8px; padding-left: 12px; border-left: 2px solid #ced4da; }
            .guichet-image { display: inline-block; padding: 1px 6px; border: 1px dashed #adb5bd; color: #868e96; }
            .guichet-image { font-size: 12px; }
            </style>
            </head>
            <body>
            %s<div class="guichet-mail">%s</div>
            </body>
            </html>
            """.formatted(
                policy, visible.id(), note(shown, withRemote, visible.caller().language()), shown.html());
    }

    private static String note(ShownHtml shown, boolean withRemote, Language language) {
        var n = shown.remote();
        if (n == 0 || withRemote) {
            return "";
        }
        var says = n == 1 ? TicketWords.IMAGES_ONE : TicketWords.IMAGES_MANY.with(n);
        return "<p class=\"guichet-note\" lang=\"" + language.code() + "\">" + says.in(language) + "</p>\n";
    }
}

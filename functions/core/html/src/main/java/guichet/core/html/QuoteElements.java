package guichet.core.html;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** The elements in which mail clients put quoted history and signatures. */
final class QuoteElements {
    private static final Set<String> HISTORY_CLASSES = Set.of(
            "gmail_quote_container",
            "moz-cite-prefix",
            "yahoo_quoted",
            "protonmail_quote",
            "outlookmessageheader",
            "zmail_extra",
            "tutanota_quote",
            "ms-outlook-mobile-reference-message",
            "moz-forward-container",
            "moz-email-headers-table",
            "front-blockquote",
            "skiff-mail-quote",
            "mailbox_quote",
            "wrote");
    private static final Set<String> HISTORY_IDS = Set.of(
            "divrplyfwdmsg",
            "appendonsend",
            "olk_src_body_section",
            "zwchr",
            "reply-intro",
            "mailcontent_quote",
            "replybody");
    private static final Set<String> SIGNATURE_CLASSES =
            Set.of("gmail_signature", "moz-signature", "protonmail_signature_block", "zmail_signature_below");
    private static final Set<String> SIGNATURE_IDS = Set.of(
            "signature",
            "ms-outlook-mobile-signature",
            "applemailsignature",
            "lineBreakAtBeginningOfSignature".toLowerCase(Locale.ROOT));

    private QuoteElements() {}

    static boolean startsHistory(Element e) {
        String id = e.id().toLowerCase(Locale.ROOT);
        if (!id.isEmpty()
                && (HISTORY_IDS.contains(bareId(id)) || id.startsWith("mail-editor-reference-message-container"))) {
            return true;
        }
        if (e.hasAttr("data-marker") && e.attr("data-marker").equals("__DIVIDER__")) {
            return true;
        }
        for (String name : e.classNames()) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (HISTORY_CLASSES.contains(lower) || lower.equals("gmail_quote") && !isQuote(e)) {
                return true;
            }
        }
        return false;
    }

    /** Outlook on the web prefixes the ids of what it quotes with {@code x_}. */
    private static String bareId(String id) {
        return id.startsWith("x_") ? id.substring(2) : id;
    }

    static boolean isSignature(Element e) {
        if (SIGNATURE_IDS.contains(e.id().toLowerCase(Locale.ROOT))) {
            return true;
        }
        if (e.attr("data-smartmail").equals("gmail_signature")) {
            return true;
        }
        return e.classNames().stream().anyMatch(c -> SIGNATURE_CLASSES.contains(c.toLowerCase(Locale.ROOT)));
    }

    /** A quotation; a blockquote without a border is how clients indent. */
    static boolean isQuote(Element e) {
        if (!e.normalName().equals("blockquote")) {
            return false;
        }
        String style = e.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
        return e.attr("type").equalsIgnoreCase("cite") || !style.contains("border:none");
    }
}

package guichet.core.html;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Where links lead, told behind their words as clients do in plain text ({@code here <https://…>}), where the words do
 * not say it. Until the mail is read each has its {@link Marks#TARGET}: what such an address carries in its query looks
 * like a secret, and is one to nothing but a newsletter.
 */
public final class LinkTargets {
    private static final Pattern MARKED = Pattern.compile(Marks.TARGET + "<([^<>\\s]*)>");
    private static final Pattern WEB = Pattern.compile("(?i)(?:https?|ftps?|file)://?[^/?#].*");
    /** Microsoft and Google send readers through themselves, with the address in a parameter. */
    private static final Pattern WRAPPED =
            Pattern.compile("(?i)https?://(?:[a-z0-9-]{1,40}\\.safelinks\\.protection\\.outlook"
                    + "\\.com/[^?]{0,40}|www\\.google\\.[a-z.]{2,7}/url)\\?(?:[^#]*&)?(?:url|q)=([^&#]+).*");

    private static final Pattern BLANKS = Pattern.compile("[\\t\\n\\r]+");
    private static final Pattern NOT_OF_ADDRESSES = Pattern.compile("[\\s<>\"\\p{Cntrl}\\u00A0]");
    private static final Pattern AROUND = Pattern.compile("^[\\s(\\[<«\"']+|[\\s)\\]>»\"',;.!?:]+$");
    private static final Pattern NOT_A_DIGIT = Pattern.compile("\\D");
    private static final int LONGEST_WORDS = 5_000;
    /** Digits of a telephone number that are the same within a country and from abroad. */
    private static final int LOCAL_DIGITS = 8;

    private LinkTargets() {}

    /** With its mark, if the link's words do not say it; empty for what leads nowhere outside of the mail. */
    static Optional<String> of(Element link) {
        String href =
                BLANKS.matcher(Marks.strip(link.attr("href"))).replaceAll("").strip();
        String words = link.text();
        return target(href).filter(target -> !isSaid(target, words)).map(target -> Marks.TARGET + "<" + target + ">");
    }

    private static boolean hasWords(Element link) {
        return link.text().codePoints().anyMatch(Character::isLetterOrDigit)
                || link.select("img").stream()
                        .anyMatch(picture -> PictureWords.of(picture).isPresent());
    }

    private static Optional<String> target(String href) {
        String lower = href.substring(0, Math.min(href.length(), 8)).toLowerCase(Locale.ROOT);
        if (lower.startsWith("mailto:")) {
            String address = HtmlWords.decoded(beforeQuery(href.substring(7)));
            return Optional.of(address)
                    .filter(a ->
                            a.indexOf('@') > 0 && !NOT_OF_ADDRESSES.matcher(a).find());
        }
        if (lower.startsWith("tel:")) {
            return Optional.of(href.substring(4)).filter(number -> number.matches("[+\\d().-]{3,30}"));
        }
        if (!WEB.matcher(href).matches()) {
            return Optional.empty();
        }
        Matcher wrapped = WRAPPED.matcher(href);
        String inner = wrapped.matches() ? HtmlWords.decoded(wrapped.group(1)) : href;
        String shown = WEB.matcher(inner).matches() ? inner : href;
        return Optional.of(NOT_OF_ADDRESSES
                .matcher(shown)
                .replaceAll(c -> "%%%02X".formatted((int) c.group().charAt(0) & 0xFF)));
    }

    private static String beforeQuery(String address) {
        int query = address.indexOf('?');
        return query < 0 ? address : address.substring(0, query);
    }

    private static boolean isSaid(String target, String words) {
        if (words.length() > LONGEST_WORDS) {
            return false;
        }
        String digits = NOT_A_DIGIT.matcher(target).replaceAll("");
        if (target.indexOf('/') < 0 && target.indexOf('@') < 0) {
            String local = digits.substring(Math.max(0, digits.length() - LOCAL_DIGITS));
            return NOT_A_DIGIT.matcher(words).replaceAll("").contains(local);
        }
        String wanted = plain(target);
        String decoded = plain(HtmlWords.decoded(target));
        return Arrays.stream(words.split("\\s+"))
                .map(LinkTargets::plain)
                .anyMatch(word -> word.equals(wanted) || word.equals(decoded));
    }

    /** As people write it. */
    private static String plain(String address) {
        String s = AROUND.matcher(address.toLowerCase(Locale.ROOT)).replaceAll("");
        s = s.replaceFirst("^(?:[a-z]{3,6}:/{1,3}|mailto:)", "").replaceFirst("^www\\.", "");
        return s.endsWith("/") ? s.substring(0, s.length() - 1) : s;
    }

    /** The text without them. */
    public static String without(String text) {
        return text.indexOf(Marks.TARGET) < 0 ? text : MARKED.matcher(text).replaceAll("");
    }

    /** The text with them, and no longer with their marks. */
    public static String settled(String text) {
        return text.replace(String.valueOf(Marks.TARGET), "");
    }

    /**
     * Changes the words of a text by one rule and its targets by another. Where the first takes a target for one of its
     * words it is given the whole.
     *
     * @param known of a target as it reads without its percent signs; what changes there goes whole
     */
    public static String change(String text, UnaryOperator<String> words, UnaryOperator<String> known) {
        if (text.indexOf(Marks.TARGET) < 0) {
            return words.apply(text);
        }
        var targets =
                MARKED.matcher(text).results().map(target -> target.group(1)).toList();
        String[] between = words.apply(MARKED.matcher(text).replaceAll(String.valueOf(Marks.TARGET)))
                .split(String.valueOf(Marks.TARGET), -1);
        if (between.length != targets.size() + 1) {
            return words.apply(settled(text));
        }
        var changed = new StringBuilder(between[0]);
        for (int i = 0; i < targets.size(); i++) {
            String target = known.apply(targets.get(i));
            String read = HtmlWords.decoded(target);
            String told = known.apply(read);
            changed.append(Marks.TARGET)
                    .append('<')
                    .append(told.equals(read) ? target : told)
                    .append('>');
            changed.append(between[i + 1]);
        }
        return changed.toString();
    }
}

package guichet.core.secrets;

import guichet.core.text.LowerCase;
import guichet.core.text.MailAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks the values of passwords, keys and tokens in prose, configuration and code (S2-03). Talking about a password
 * masks nothing: a value must stand behind a separator, and look like one unless it stands there alone.
 */
public final class SecretMasker {
    public static final String MASK = "••••••";
    /** A few words ("for the VPN of alice"), then ":", "=", "->" or "is". */
    private static final Pattern SEPARATOR = Pattern.compile(
            "[\"'’»*_]{0,3}(?:\\s{0,3}(?<assigned>=>|[:=：]=?|->|→|>)|(?<words>[^\\n"
                    + ":=：.!?;]{0,60}?)(?:(?<colon>\\s?[:=：])|\\s(?<is>est|c['’]est|is|ist|es|lautet|è)(?=\\s)))",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> NO_VALUES = Set.of(
            "oublié",
            "oublie",
            "oubliée",
            "perdu",
            "expiré",
            "expire",
            "incorrect",
            "erroné",
            "invalide",
            "inconnu",
            "refusé",
            "bloqué",
            "changé",
            "modifié",
            "obligatoire",
            "requis",
            "vide",
            "aucun",
            "forgotten",
            "forgot",
            "lost",
            "expired",
            "wrong",
            "invalid",
            "required",
            "missing",
            "reset",
            "changed",
            "unknown",
            "null",
            "none",
            "n/a",
            "empty",
            "ok",
            "non",
            "oui",
            "yes",
            "no",
            "true",
            "false",
            "nil",
            "vergessen",
            "abgelaufen",
            "falsch",
            "olvidada",
            "string",
            "masked",
            "redacted",
            "hidden",
            "help",
            "aide",
            "urgent",
            "réinitialisation",
            "reinitialisation",
            "idem",
            "same",
            "error",
            "erreur",
            "merci");
    /**
     * Whatever stands around them: credentials in addresses, keys of known shape, tokens, private keys. Group 1 is the
     * secret.
     */
    private static final List<Shape> SHAPES = List.of(
            shape("(?<=[A-Za-z0-9+.-])://[^\\s/:@\"'<>]{0,200}:([^\\s/@\"'<>]{2,200})@(?=[\\p{L}\\p{N}\\[])", "://"),
            shape("(?<![A-Za-z0-9])((?:AKIA|ASIA)[A-Z0-9]{16})(?![A-Za-z0-9])", "akia", "asia"),
            shape(
                    "(?<![A-Za-z0-9])(gh[pousr]_[A-Za-z0-9]{20,100}|github_pat_[A-Za-z0-9_]{20,120}|"
                            + "glpat-[A-Za-z0-9_-]{16,80}|"
                            + "xox[abprs]-[A-Za-z0-9-]{10,120}|sk_live_[A-Za-z0-9]{10,100}|"
                            + "sk-[A-Za-z0-9_-]{20,120}|AIza[A-Za-z0-9_-]{30,50})",
                    "ghp_",
                    "gho_",
                    "ghu_",
                    "ghs_",
                    "ghr_",
                    "github_pat_",
                    "glpat-",
                    "xox",
                    "sk_live_",
                    "sk-",
                    "aiza"),
            shape(
                    "(?<![A-Za-z0-9_-])(eyJ[A-Za-z0-9_-]{8,4000}+\\."
                            + "eyJ[A-Za-z0-9_-]{4,8000}+\\.[A-Za-z0-9_-]{8,4000}+)",
                    "eyj"),
            shape("(?<![A-Za-z])(?:Bearer|Basic)\\s{1,3}([A-Za-z0-9._~+/-]{16,4000}=*)", "bearer", "basic"));

    private static final int LONGEST_VALUE = 100;
    private static final String BEGIN = "-----BEGIN ";
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_KEY = 20_000;

    /** A pattern, and what must be in a text (in lower case) for it to be worth a look. */
    private record Shape(Pattern pattern, List<String> signs) {
        boolean mayBeIn(String lower) {
            return signs.stream().anyMatch(lower::contains);
        }
    }

    private static Shape shape(String pattern, String... signs) {
        return new Shape(Pattern.compile(pattern), List.of(signs));
    }

    /** @param secrets the different values found */
    public record Masked(String text, Set<String> secrets) {}

    private record Span(int start, int end) {}

    private SecretMasker() {}

    public static Masked mask(String text) {
        var spans = new ArrayList<Span>();
        String lower = LowerCase.of(text);
        for (Shape shape : SHAPES) {
            if (!shape.mayBeIn(lower)) {
                continue;
            }
            Matcher m = shape.pattern.matcher(text);
            while (m.find()) {
                if (!isMasked(m.group(1))) {
                    spans.add(new Span(m.start(1), m.end(1)));
                }
            }
        }
        addPrivateKeys(text, spans);
        addLabelled(text, lower, spans);
        return spans.isEmpty() ? new Masked(text, Set.of()) : replace(text, spans);
    }

    private static void addLabelled(String text, String lower, List<Span> spans) {
        for (int at = 0; at < lower.length(); at++) {
            var label = SecretLabels.at(lower, at);
            if (label == null) {
                continue;
            }
            int end = at + label.text().length();
            Span value = valueBehind(text, end, SecretLabels.isKey(label));
            if (value != null) {
                spans.add(value);
            }
            at = (value == null ? end : value.end) - 1;
        }
    }

    /** PEM (RFC 7468), by hand: a pattern would try every start against the whole rest. */
    private static void addPrivateKeys(String text, List<Span> spans) {
        int end = -1;
        for (int begin = text.indexOf(BEGIN); begin >= 0; begin = text.indexOf(BEGIN, begin + 1)) {
            int named = begin + BEGIN.length();
            int header = text.indexOf("-----", named, Math.min(text.length(), named + LONGEST_NAME));
            if (header < 0 || !text.substring(named, header).contains("PRIVATE KEY")) {
                continue;
            }
            int key = header + 5;
            if (end < key) { // once for all that begin before it
                end = text.indexOf("-----END", key);
            }
            if (end < 0) {
                return;
            }
            if (end - key < LONGEST_KEY && !text.substring(key, end).isBlank()) {
                spans.add(new Span(key, end));
            }
        }
    }

    private static Masked replace(String text, List<Span> spans) {
        spans.sort(Comparator.comparingInt(Span::start)
                .thenComparing(Comparator.comparingInt(Span::end).reversed()));
        var out = new StringBuilder(text.length());
        var secrets = new LinkedHashSet<String>();
        int at = 0;
        for (Span span : spans) {
            if (span.start < at) {
                continue;
            }
            secrets.add(text.substring(span.start, span.end).strip());
            out.append(text, at, span.start).append(MASK);
            at = span.end;
        }
        return new Masked(out.append(text, at, text.length()).toString(), secrets);
    }

    private static Span valueBehind(String text, int labelEnd, boolean key) {
        Matcher m = SEPARATOR.matcher(text);
        m.region(labelEnd, Math.min(text.length(), labelEnd + 120));
        m.useTransparentBounds(true);
        if (!m.lookingAt()
                || key && m.group("words") != null && !m.group("words").isBlank()) {
            return null;
        }
        boolean said = m.group("is") != null;
        boolean close = m.group("assigned") != null;
        int start = skipBlanks(text, m.end());
        boolean ownLine = false;
        if (start < text.length() && text.charAt(start) == '\n') { // "Mot de passe :", and the value below
            int next = start;
            while (next < text.length() && next < start + 4 && Character.isWhitespace(text.charAt(next))) {
                next++;
            }
            start = next;
            ownLine = true;
        }
        char quote = 0;
        if (start < text.length() && "\"'«`“‘*".indexOf(text.charAt(start)) >= 0) {
            quote = closing(text.charAt(start));
            start = skipBlanks(text, start + 1);
        }
        int end = start;
        int limit = Math.min(text.length(), start + LONGEST_VALUE);
        while (end < limit && !stops(text, end, quote, close)) {
            end++;
        }
        if (quote == 0 || end >= text.length() || text.charAt(end) != quote) {
            while (end > start
                    && ".,;!?)»\"'*".indexOf(text.charAt(end - 1)) >= 0
                    && (end == text.length() || Character.isWhitespace(text.charAt(end)))
                    && trailing(text, start, end)) {
                end--;
            }
        }
        String value = text.substring(start, end);
        if (value.isBlank()
                || isMasked(value)
                || isPlaceholder(value)
                || NO_VALUES.contains(value.toLowerCase(Locale.ROOT))) {
            return null;
        }
        boolean alone = restIsEmpty(text, end);
        boolean likely = looksSecret(value);
        boolean secret = likely
                || !key
                        && (quote != 0 && value.length() >= 3 && !said
                                || close && alone && value.length() >= 3 && !ownLine
                                || alone && !said && value.length() >= 3 && !ownLine);
        while (secret
                && end == limit
                && limit < text.length()
                && !stops(text, limit, quote, close)) { // a long key, to its end
            end = ++limit;
        }
        return secret ? new Span(start, end) : null;
    }

    /** Closing punctuation of the sentence, rather than the last character of a password such as "Soleil!". */
    private static boolean trailing(String text, int start, int end) {
        char c = text.charAt(end - 1);
        return c != '!' && c != '?' && c != '*' || end - start < 4;
    }

    private static boolean stops(String text, int at, char quote, boolean close) {
        char c = text.charAt(at);
        if (c == '\n' || c == '\r') {
            return true;
        }
        if (quote != 0) {
            return c == quote;
        }
        return Character.isWhitespace(c) || c == '\u00A0' || c == '<' || close && (c == '&' || c == '"');
    }

    private static char closing(char open) {
        return switch (open) {
            case '«' -> '»';
            case '“' -> '”';
            case '‘' -> '’';
            default -> open;
        };
    }

    private static int skipBlanks(String text, int at) {
        int i = at;
        while (i < text.length()
                && (text.charAt(i) == ' '
                        || text.charAt(i) == '\t'
                        || text.charAt(i) == '\u00A0'
                        || text.charAt(i) == '\u202F')) {
            i++;
        }
        return i;
    }

    private static boolean restIsEmpty(String text, int end) {
        int i = end;
        int last = Math.min(text.length(), end + LONGEST_VALUE);
        while (i < last && text.charAt(i) != '\n') {
            if (!Character.isWhitespace(text.charAt(i)) && ".,;!?)»\"'*<".indexOf(text.charAt(i)) < 0) {
                return false;
            }
            if (text.charAt(i) == '<') {
                return true;
            }
            i++;
        }
        return true;
    }

    private static boolean isMasked(String value) {
        for (int i = 0; i < value.length(); i++) {
            if ("*•xX.…#-_".indexOf(value.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlaceholder(String value) {
        return value.startsWith("$")
                        && (value.length() == 1
                                || value.charAt(1) == '{'
                                || Character.isUpperCase(value.charAt(1))
                                        && value.equals(value.toUpperCase(Locale.ROOT))
                                        && value.indexOf('!') < 0
                                        && !hasDigit(value))
                || value.startsWith("<")
                || value.startsWith("{{")
                || value.startsWith("http://")
                || value.startsWith("https://")
                || value.startsWith("[") && value.endsWith("]")
                || MailAddress.isWellFormed(value);
    }

    private static boolean hasDigit(String s) {
        return s.chars().anyMatch(Character::isDigit);
    }

    /** Four characters or more with a digit, a symbol, or capitals inside: no word of a sentence. */
    private static boolean looksSecret(String value) {
        if (value.length() < 4) {
            return false;
        }
        char before = ' ';
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isDigit(c)
                    || "!@#$%^&*_+~=|\\{}[]<>/§€£".indexOf(c) >= 0
                    || Character.isUpperCase(c) && Character.isLowerCase(before)) {
                return true;
            }
            before = c;
        }
        return false;
    }
}

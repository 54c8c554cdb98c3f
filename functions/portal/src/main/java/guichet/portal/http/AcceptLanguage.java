package guichet.portal.http;

import guichet.core.desk.Language;
import java.util.Optional;

/** Reads {@code Accept-Language} (RFC 9110): of our languages the one preferred, empty where none is named. */
public final class AcceptLanguage {
    private static final int LONGEST = 1_000;

    private AcceptLanguage() {}

    public static Optional<Language> preferred(String header) {
        Optional<Language> best = Optional.empty();
        var bestWeight = 0.0;
        if (header == null || header.length() > LONGEST) {
            return best;
        }
        for (var range : header.split(",")) {
            var parts = range.split(";", -1);
            var language = Language.of(parts[0].strip());
            var weight = parts.length > 1 ? weight(parts[1].strip()) : 1.0;
            if (language.isPresent() && weight > bestWeight) {
                best = language;
                bestWeight = weight;
            }
        }
        return best;
    }

    private static double weight(String written) {
        return written.matches("q=(0(\\.[0-9]{0,3})?|1(\\.0{0,3})?)") ? Double.parseDouble(written.substring(2)) : 0.0;
    }
}

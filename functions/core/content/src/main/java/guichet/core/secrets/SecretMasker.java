package guichet.core.secrets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Masks the values of passwords, keys, codes and tokens in prose, tables, commands, configuration and code (S2-03).
 * Talking about a password masks nothing: a value must be led to from a label, and look like one unless it stands there
 * alone. Takes time that grows with the text alone: from each label no more than a few words are looked at.
 */
public final class SecretMasker {
    public static final String MASK = "••••••";

    /** @param secrets the different values found */
    public record Masked(String text, Set<String> secrets) {}

    private SecretMasker() {}

    public static Masked mask(String text) {
        var spans = new ArrayList<Span>();
        String folded = Folding.of(text);
        Shapes.find(text, folded, spans);
        PrivateKeys.find(text, spans);
        LoneAccounts.find(text, spans);
        var labels = SecretLabels.in(text, folded);
        if (!labels.isEmpty()) {
            var source = new Source(text, folded);
            var left = new ValuesBefore(source).find(labels, spans);
            new LabelledValues(source).find(left, spans);
            new AccountLines(text, folded).find(labels, spans);
            new AccountTables(text, folded).find(labels, spans);
        }
        return spans.isEmpty() ? new Masked(text, Set.of()) : replace(text, spans);
    }

    private static Masked replace(String text, List<Span> spans) {
        spans.sort(Comparator.comparingInt(Span::start)
                .thenComparing(Comparator.comparingInt(Span::end).reversed()));
        var out = new StringBuilder(text.length());
        var secrets = new LinkedHashSet<String>();
        int at = 0;
        for (Span span : spans) {
            if (span.start() < at) {
                continue;
            }
            secrets.add(text.substring(span.start(), span.end()).strip());
            out.append(text, at, span.start()).append(MASK);
            at = span.end();
        }
        return new Masked(out.append(text, at, text.length()).toString(), secrets);
    }
}

package guichet.cli.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One figure.
 *
 * @param target what must be reached, as a limit in the same unit; empty where it is reported for comparison
 * @param met whether it was reached; null where there is no target
 * @param how how it was taken
 * @param parts what it is made of, by function or by step, in the same unit
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record BenchResult(
        String name,
        String figure,
        double measured,
        String unit,
        String target,
        Boolean met,
        String how,
        Map<String, Double> parts) {

    static BenchResult atMost(
            double limit,
            String name,
            String figure,
            double measured,
            String unit,
            String how,
            Map<String, Double> parts) {
        return new BenchResult(name, figure, measured, unit, "≤ " + shown(limit), measured <= limit, how, parts);
    }

    static BenchResult atLeast(double limit, String name, String figure, double measured, String unit, String how) {
        return new BenchResult(name, figure, measured, unit, "≥ " + shown(limit), measured >= limit, how, Map.of());
    }

    static BenchResult exactly(double wanted, String name, String figure, double measured, String unit, String how) {
        return new BenchResult(name, figure, measured, unit, "= " + shown(wanted), measured == wanted, how, Map.of());
    }

    static BenchResult reported(
            String name, String figure, double measured, String unit, String how, Map<String, Double> parts) {
        return new BenchResult(name, figure, measured, unit, "", null, how, parts);
    }

    /** A Markdown table. */
    public static String table(List<BenchResult> results) {
        var out = new StringBuilder("| name | figure | target | measured | how |\n|---|---|---|---|---|\n");
        for (var result : results) {
            out.append("| ")
                    .append(result.name)
                    .append(" | ")
                    .append(result.figure)
                    .append(" | ")
                    .append(result.target)
                    .append(result.met == null ? "" : result.met ? "" : " **missed**")
                    .append(" | ")
                    .append(shown(result.measured))
                    .append(' ')
                    .append(result.unit)
                    .append(parts(result.parts))
                    .append(" | ")
                    .append(result.how)
                    .append(" |\n");
        }
        return out.toString().stripTrailing();
    }

    private static String parts(Map<String, Double> parts) {
        var shown = parts.entrySet().stream()
                .map(part -> part.getKey() + " " + shown(part.getValue()))
                .toList();
        return shown.isEmpty() ? "" : " (" + String.join(", ", shown) + ")";
    }

    /** Three figures that say something, and no zeros at their end. */
    public static String shown(double value) {
        var text = String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }
}

package guichet.cli.bench.against;

import guichet.cli.bench.BenchResult;
import java.util.List;
import java.util.stream.Collectors;

/** A comparison for people. */
record ComparisonTable(Comparison comparison) {
    private static final int MOST_CHANGES_SHOWN = 5;
    private static final String NOTHING = "–";

    @Override
    public String toString() {
        return String.join("\n", header()) + "\n\n"
                + yardsticks()
                + "| name | figure | ours / theirs | ours | theirs | in yardsticks: ours, theirs | how |\n"
                + "|---|---|---|---|---|---|---|\n"
                + comparison.figures().stream().map(this::row).collect(Collectors.joining())
                + comparison.unknownToUs().stream()
                        .map(row -> "| " + row + " | all | not in ours | | | | not measured |\n")
                        .collect(Collectors.joining())
                + "\n" + verdict();
    }

    private List<String> header() {
        var each = comparison.options().isEmpty() ? "" : " " + String.join(" ", comparison.options());
        return List.of(
                "ours: " + said(comparison.ours())
                        + (comparison.changedMeanwhile() ? "; **changed while it was measured**" : "") + "  ",
                "theirs: " + said(comparison.theirs()) + "  ",
                "how: in turn (theirs, ours), row by row, " + rounds() + ", each turn that revision's own"
                        + " `./guichet bench ROW --json" + each
                        + "` in a process of its own, its yardsticks just before;"
                        + " a ratio is of the two turns of a round; median (lowest–highest)  ",
                "machine: " + comparison.processors() + " processors, load "
                        + (comparison.load() < 0 ? "not known" : shown(comparison.load())) + " before the first round");
    }

    private String rounds() {
        return comparison.rounds() == 1 ? "1 round" : comparison.rounds() + " rounds";
    }

    private static String said(Revision revision) {
        var said = revision.abbreviated() + " " + revision.subject();
        var changes = revision.changes();
        if (changes.isEmpty()) {
            return said;
        }
        var shown = String.join(", ", changes.subList(0, Math.min(MOST_CHANGES_SHOWN, changes.size())));
        return said + "; **with uncommitted changes** in " + changes.size()
                + (changes.size() == 1 ? " file: " : " files: ") + shown
                + (changes.size() > MOST_CHANGES_SHOWN ? ", …" : "");
    }

    private String yardsticks() {
        if (comparison.yardsticks().isEmpty()) {
            return "";
        }
        return "| yardstick | measured | how |\n|---|---|---|\n"
                + comparison.yardsticks().stream()
                        .map(ComparisonTable::yardstick)
                        .collect(Collectors.joining())
                + "\n";
    }

    private static String yardstick(Comparison.Measured measured) {
        var inMillis = measured.seconds().median() >= 0.001;
        var factor = inMillis ? 1e3 : 1e6;
        var seconds = measured.seconds();
        var scaled = new Spread(seconds.median() * factor, seconds.lowest() * factor, seconds.highest() * factor);
        return "| " + measured.yardstick() + " | " + shown(scaled, inMillis ? "ms" : "µs") + " | " + measured.how()
                + "; " + measured.turns() + " turns |\n";
    }

    private String row(Compared figure) {
        return "| "
                + String.join(
                        " | ",
                        figure.name(),
                        figure.figure(),
                        ratio(figure),
                        shown(figure.ours(), figure.unit()),
                        shown(figure.theirs(), figure.unit()),
                        multiples(figure.multiples()),
                        figure.how())
                + " |\n";
    }

    private String ratio(Compared figure) {
        if (figure.ours() == null) {
            return "not in ours";
        }
        if (figure.theirs() == null) {
            return "not in " + comparison.theirs().abbreviated();
        }
        return shown(figure.ratio(), "") + (figure.worse() ? " **worse**" : "");
    }

    private static String multiples(List<Compared.Multiple> multiples) {
        if (multiples.isEmpty()) {
            return NOTHING;
        }
        var each = multiples.getFirst().each();
        return multiples.stream()
                        .map(multiple ->
                                shown(multiple.ours()) + ", " + shown(multiple.theirs()) + " × " + multiple.yardstick())
                        .collect(Collectors.joining("; "))
                + (each.isEmpty() ? "" : "; for " + each);
    }

    private String verdict() {
        var worse = comparison.figures().stream()
                .filter(figure -> Boolean.TRUE.equals(figure.worse()))
                .map(figure -> figure.name() + ", " + figure.figure())
                .toList();
        return worse.isEmpty()
                ? "Nothing is worse by more than a tenth."
                : "Worse by more than a tenth: " + String.join("; ", worse) + ".";
    }

    private static String shown(Spread spread, String unit) {
        if (spread == null) {
            return NOTHING;
        }
        var ends = spread.lowest() == spread.highest()
                ? ""
                : " (" + BenchResult.shown(spread.lowest()) + "–" + BenchResult.shown(spread.highest()) + ")";
        return (BenchResult.shown(spread.median()) + " " + unit).strip() + ends;
    }

    private static String shown(Double value) {
        return value == null ? NOTHING : BenchResult.shown(value);
    }
}

package guichet.cli.bench;

import guichet.core.secrets.SecretMasker;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** How many of the secrets of the labelled set are masked, how much else is, and how fast. */
final class MaskingBench implements Bench {
    /** Where the test of the masker has it: nothing that is deployed holds it. */
    private static final String LABELLED =
            "functions/core/content/src/test/resources/guichet/core/secrets/labelled.txt";

    private static final Pattern SECRET = Pattern.compile("⟦(.*?)⟧", Pattern.DOTALL);
    private static final double LEAST_FOUND = 95;
    private static final double MOST_ALARMS = 2;
    private static final int ROUNDS = 11;
    private static final int WARM_UP = 20;

    /** @param secrets none where nothing is to be masked */
    private record Sample(String text, List<String> secrets) {
        static Sample of(String line) {
            var marked = line.substring(line.indexOf('\t') + 1).replace("\\n", "\n");
            return new Sample(
                    marked.replace("⟦", "").replace("⟧", ""),
                    SECRET.matcher(marked).results().map(m -> m.group(1)).toList());
        }

        long missed() {
            var masked = SecretMasker.mask(text).text();
            return secrets.stream().filter(masked::contains).count();
        }

        boolean isAlarm() {
            return !SecretMasker.mask(text).text().equals(text);
        }
    }

    @Override
    public String name() {
        return "masking";
    }

    @Override
    public List<BenchResult> run(Setting setting) throws IOException {
        var samples = samples(setting.root().resolve(LABELLED));
        var harmless =
                samples.stream().filter(sample -> sample.secrets.isEmpty()).toList();
        long secrets =
                samples.stream().mapToLong(sample -> sample.secrets.size()).sum();
        long missed = samples.stream().mapToLong(Sample::missed).sum();
        long alarms = harmless.stream().filter(Sample::isAlarm).count();
        return List.of(
                BenchResult.atLeast(
                        LEAST_FOUND,
                        name(),
                        "secrets that are masked",
                        100.0 * (secrets - missed) / secrets,
                        "%",
                        "all but " + missed + " of " + secrets + " of the labelled set"),
                BenchResult.atMost(
                        MOST_ALARMS,
                        name(),
                        "texts without a secret that are masked",
                        100.0 * alarms / harmless.size(),
                        "%",
                        alarms + " of " + harmless.size() + " of the labelled set",
                        Map.of()),
                BenchResult.reported(
                        name(),
                        "secrets looked for and masked on one core",
                        secrets / seconds(samples),
                        "/s",
                        "median of " + ROUNDS + " rounds over all " + samples.size()
                                + " texts of the set, CPU time of one thread, C1",
                        Map.of()));
    }

    private static List<Sample> samples(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Sample::of)
                .toList();
    }

    /** Of a round over all of them. */
    private static double seconds(List<Sample> samples) {
        var threads = ManagementFactory.getThreadMXBean();
        var took = new ArrayList<Double>();
        for (int i = -WARM_UP; i < ROUNDS; i++) {
            var began = threads.getCurrentThreadCpuTime();
            samples.forEach(sample -> SecretMasker.mask(sample.text));
            if (i >= 0) {
                took.add((threads.getCurrentThreadCpuTime() - began) / 1e9);
            }
        }
        return Figures.median(took);
    }
}

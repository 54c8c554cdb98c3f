package guichet.runtime;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A metric as CloudWatch reads it from a line of log (EMF): no call, no ticket among its dimensions. */
public final class Metric {
    private Metric() {}

    /** @param more what else the line says, for whoever reads the log */
    public static void put(String name, String unit, double value, Instant at, Map<String, Object> more) {
        var metric = Map.of(
                "Namespace",
                Settings.optional("GUICHET_METRICS_NAMESPACE", "Guichet"),
                "Dimensions",
                List.of(List.of()),
                "Metrics",
                List.of(Map.of("Name", name, "Unit", unit)));
        var line = new LinkedHashMap<String, Object>(more);
        line.put("_aws", Map.of("Timestamp", at.toEpochMilli(), "CloudWatchMetrics", List.of(metric)));
        line.put(name, value);
        System.out.println(MessageJson.write(line));
    }
}

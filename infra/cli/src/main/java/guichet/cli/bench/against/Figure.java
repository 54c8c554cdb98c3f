package guichet.cli.bench.against;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Objects;

/**
 * What a revision's own {@code bench --json} says of one figure; what else it says is left aside, since older and later
 * ones may say less or more.
 *
 * @param name of the row
 * @param unit empty where it counts
 * @param target a limit; empty where there is none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Figure(String name, String figure, double measured, String unit, String target, String how) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is empty is left out of the JSON. */
    Figure {
        unit = Objects.requireNonNullElse(unit, "");
        target = Objects.requireNonNullElse(target, "");
        how = Objects.requireNonNullElse(how, "");
    }

    /** Two revisions mean the same by it. */
    record Key(String name, String figure, String unit) {}

    static List<Figure> read(String json) throws JsonProcessingException {
        return JSON.readValue(json, new TypeReference<>() {});
    }

    Key key() {
        return new Key(name, figure, unit);
    }
}

package guichet.frozen;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What of an older written form a newer one lacks, so that an older reader would miss it; what is new is no loss. */
public final class Lost {
    private enum Compared {
        VALUES,
        SHAPES
    }

    private final Compared compared;
    private final List<String> found = new ArrayList<>();

    private Lost(Compared compared) {
        this.compared = compared;
    }

    /** Properties that are gone, and values that are others: of the same thing, written again. */
    public static List<String> between(JsonNode older, JsonNode newer) {
        return new Lost(Compared.VALUES).look("", older, newer);
    }

    /** Properties that are gone, and those of another type: of two things of one kind. Lists by their first element. */
    public static List<String> ofShape(JsonNode older, JsonNode newer) {
        return new Lost(Compared.SHAPES).look("", older, newer);
    }

    private List<String> look(String path, JsonNode older, JsonNode newer) {
        if (older.getNodeType() != newer.getNodeType()) {
            found.add(path + " was " + older + ", is " + (newer.isMissingNode() ? "gone" : newer));
        } else if (older.isObject()) {
            older.properties()
                    .forEach(property ->
                            look(path + "/" + property.getKey(), property.getValue(), newer.path(property.getKey())));
        } else if (older.isArray()) {
            elements(path, older, newer);
        } else if (compared == Compared.VALUES && !older.equals(newer)) {
            found.add(path + " was " + older + ", is " + newer);
        }
        return found;
    }

    private void elements(String path, JsonNode older, JsonNode newer) {
        if (compared == Compared.VALUES && older.size() != newer.size()) {
            found.add(path + " had " + older.size() + " elements, has " + newer.size());
        }
        for (int i = 0; i < (compared == Compared.SHAPES ? Math.min(1, older.size()) : older.size()); i++) {
            look(path + "/" + i, older.path(i), newer.path(i));
        }
    }
}

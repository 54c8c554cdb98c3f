package guichet.core.secrets;

import java.util.Arrays;
import java.util.List;

/** Lists of words, parted by commas, as they are read best. */
final class Words {
    private Words() {}

    /** Each once, in their order. */
    static List<String> of(String list) {
        return Arrays.stream(list.split("\\s*,\\s*"))
                .map(String::strip)
                .distinct()
                .toList();
    }
}

package guichet.frozen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LostTest {
    private static final String OLDER = "{\"id\":\"a\",\"due\":[{\"at\":1},{\"at\":2}],\"mail\":null}";

    private static List<String> between(String newer) {
        return Lost.between(Frozen.json(OLDER), Frozen.json(newer));
    }

    private static List<String> ofShape(String newer) {
        return Lost.ofShape(Frozen.json(OLDER), Frozen.json(newer));
    }

    @Test
    void what_is_new_is_no_loss() {
        var more = "{\"format\":1,\"id\":\"a\",\"due\":[{\"at\":1,\"by\":3},{\"at\":2}],\"mail\":null}";
        assertEquals(List.of(), between(more));
        assertEquals(List.of(), ofShape(more));
    }

    @Test
    void what_is_gone_or_is_another_value_is_a_loss() {
        assertEquals(List.of("/id was \"a\", is gone"), between("{\"due\":[{\"at\":1},{\"at\":2}],\"mail\":null}"));
        assertEquals(
                List.of("/due/1/at was 2, is 3"),
                between("{\"id\":\"a\",\"due\":[{\"at\":1},{\"at\":3}],\"mail\":null}"));
        assertEquals(
                List.of("/due had 2 elements, has 3"),
                between("{\"id\":\"a\",\"due\":[{\"at\":1},{\"at\":2},{\"at\":3}],\"mail\":null}"));
    }

    @Test
    void of_shapes_only_types_count_and_lists_by_their_first_element() {
        assertEquals(List.of(), ofShape("{\"id\":\"b\",\"due\":[{\"at\":7}],\"mail\":null}"));
        assertEquals(
                List.of("/due/0/at was 1, is \"7\""), ofShape("{\"id\":\"b\",\"due\":[{\"at\":\"7\"}],\"mail\":null}"));
        assertEquals(List.of("/due/0 was {\"at\":1}, is gone"), ofShape("{\"id\":\"b\",\"due\":[],\"mail\":null}"));
    }
}

package guichet.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import guichet.core.ticket.Visibility;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormatTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    record Door(String name, Instant opened, Visibility visibility) {}

    private static final Format<Door> FIRST = ItemJson.format("door", Door.class);
    /** A door was called a title once, and opened at an hour before that. */
    private static final Format<Door> THIRD =
            ItemJson.format("door", Door.class, FormatTest::fullInstant, FormatTest::nameOfTitle);

    private static ObjectNode fullInstant(ObjectNode first) {
        return first.put("opened", first.remove("hour").asText() + ":00:00Z");
    }

    private static ObjectNode nameOfTitle(ObjectNode second) {
        second.set("name", second.remove("title"));
        return second;
    }

    private static Door read(Format<Door> format, String json) {
        return format.read(json);
    }

    @Test
    void what_is_written_says_its_number_before_all_else() {
        var door = new Door("Nord", NOON, Visibility.PUBLIC);
        assertEquals(
                "{\"format\":1,\"name\":\"Nord\",\"opened\":\"2026-03-02T12:00:00Z\",\"visibility\":\"PUBLIC\"}",
                FIRST.writeText(door));
        assertTrue(THIRD.writeText(door).startsWith("{\"format\":3,"), THIRD.writeText(door));
        assertEquals(door, THIRD.read(THIRD.write(door)));
    }

    @Test
    void what_has_no_number_is_of_the_first_form_and_each_older_form_is_made_a_newer_one_step_by_step() {
        var door = new Door("Nord", NOON, Visibility.PUBLIC);
        assertEquals(
                door, read(FIRST, "{\"name\":\"Nord\",\"opened\":\"2026-03-02T12:00:00Z\",\"visibility\":\"PUBLIC\"}"));
        assertEquals(door, read(THIRD, "{\"title\":\"Nord\",\"hour\":\"2026-03-02T12\",\"visibility\":\"PUBLIC\"}"));
        assertEquals(
                door,
                read(THIRD, "{\"format\":1,\"title\":\"Nord\",\"hour\":\"2026-03-02T12\",\"visibility\":\"PUBLIC\"}"));
        assertEquals(
                door,
                read(
                        THIRD,
                        "{\"format\":2,\"title\":\"Nord\",\"opened\":\"2026-03-02T12:00:00Z\",\"visibility\":\"PUBLIC\"}"));
        assertEquals(
                door,
                read(
                        THIRD,
                        "{\"format\":3,\"name\":\"Nord\",\"opened\":\"2026-03-02T12:00:00Z\",\"visibility\":\"PUBLIC\"}"));
    }

    @Test
    void a_newer_form_is_refused_by_its_number_and_not_read_as_something_else() {
        var refused = assertThrows(
                NewerFormatException.class,
                () -> read(FIRST, "{\"format\":2,\"name\":\"Nord\",\"opened\":\"2026-03-02T12:00:00Z\"}"));
        assertEquals("a door of format 2; this version reads up to 1", refused.getMessage());
    }

    @Test
    void a_property_that_is_new_is_passed_over_and_one_that_is_missing_reads_as_empty() {
        var read = read(FIRST, "{\"format\":1,\"opened\":\"2026-03-02T12:00:00Z\",\"colour\":{\"format\":7}}");
        assertEquals(new Door("", NOON, null), read);
    }

    @Test
    void a_value_or_a_kind_of_event_that_is_not_known_is_what_a_newer_version_knows() {
        var value = assertThrows(
                NewerFormatException.class, () -> read(FIRST, "{\"format\":1,\"visibility\":\"WHISPERED\"}"));
        assertTrue(value.getMessage().contains("WHISPERED"), value.getMessage());
        var commit = "{\"format\":1,\"events\":[{\"seq\":1,\"event\":{\"is\":\"praised\"}}]}";
        var kind = assertThrows(
                NewerFormatException.class,
                () -> StoredCommit.unpack("id", Packing.pack(commit.getBytes(StandardCharsets.UTF_8))));
        assertTrue(kind.getMessage().contains("praised"), kind.getMessage());
    }

    @Test
    void what_was_never_written_is_said_to_be_nothing_of_ours() {
        for (var json : List.of("", "[]", "{\"opened\":\"soon\"}", "{\"format\":1,\"name\":{}}", "{")) {
            assertThrows(IllegalArgumentException.class, () -> read(FIRST, json), json);
        }
    }
}

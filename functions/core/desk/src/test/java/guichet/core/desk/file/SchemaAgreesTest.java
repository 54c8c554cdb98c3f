package guichet.core.desk.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import guichet.core.desk.Desk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever of its keys, its fixed values or its form is spoiled in a file, the reader and the schema both refuse it: in
 * each section, at each key, in a file that has that key.
 */
class SchemaAgreesTest {
    private static final String LISTS = "[[\"x\"]]";

    /** Where a key stands: in which file, and in what part of it. @param trail the keys and places that lead there */
    private record Site(String file, SectionKeys root, SectionKeys section, Key key, List<Object> trail) {
        @Override
        public String toString() {
            return section + "." + key.name() + " in " + file;
        }
    }

    private static final Map<String, JsonNode> FILES = new LinkedHashMap<>();
    private static final Desk EVERYTHING;
    private static final List<Site> SITES = new ArrayList<>();

    static {
        for (var desk : List.of("cloud", "conseil", "daj", "divalto", "logeas")) {
            FILES.put(desk, json("../../../desks/" + desk + "/desk.yaml"));
        }
        FILES.put("everything", json("src/test/resources/desk/everything.yaml"));
        FILES.put("people", json("src/test/resources/desk/everything-people.yaml"));
        EVERYTHING =
                DeskFile.read("desk.yaml", FILES.get("everything").toString()).orThrow();
        FILES.forEach((name, file) -> {
            var root = name.equals("people") ? SectionKeys.PEOPLE_FILE : SectionKeys.DESK;
            collect(name, root, Shape.section(root), file, List.of());
        });
    }

    static Stream<Site> keys() {
        return SITES.stream();
    }

    static Stream<Site> requiredKeys() {
        return SITES.stream().filter(site -> site.key.required());
    }

    static Stream<Site> fixedValues() {
        return SITES.stream()
                .filter(site -> Stream.of(
                                Shape.OneOf.class, Shape.Flag.class, Shape.Number.class, Shape.BothLanguages.class)
                        .anyMatch(kind -> site.key.shape().as(kind).isPresent()));
    }

    @Test
    void every_key_stands_in_one_of_the_files() {
        var missing = new ArrayList<String>();
        for (var section : SectionKeys.values()) {
            section.all().stream()
                    .filter(key -> SITES.stream().noneMatch(site -> site.section == section && site.key == key))
                    .forEach(key -> missing.add(section + "." + key.name()));
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void the_files_are_as_both_want_them() {
        FILES.forEach((name, file) -> {
            var root = name.equals("people") ? SectionKeys.PEOPLE_FILE : SectionKeys.DESK;
            assertEquals(List.of(), read(root, file), name);
            assertEquals(List.of(), Schemas.faults(file, root), name);
        });
    }

    @ParameterizedTest
    @EnumSource(SectionKeys.class)
    void a_key_that_a_section_does_not_know_is_refused(SectionKeys section) {
        var site = SITES.stream()
                .filter(found -> found.section == section)
                .findFirst()
                .orElseThrow();
        refused(site, place -> place.put("zzz", "1"));
    }

    @ParameterizedTest
    @MethodSource("requiredKeys")
    void a_key_that_must_be_there_is_missed(Site site) {
        refused(site, place -> place.remove(site.key.name()));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void a_list_of_lists_stands_nowhere(Site site) {
        refused(site, place -> place.set(site.key.name(), Schemas.json(LISTS)));
    }

    @ParameterizedTest
    @MethodSource("fixedValues")
    void another_word_than_the_fixed_ones_is_refused(Site site) {
        refused(site, place -> place.set(site.key.name(), TextNode.valueOf("zzz")));
    }

    private static void refused(Site site, Consumer<ObjectNode> spoil) {
        var file = FILES.get(site.file).deepCopy();
        var place = file;
        for (var step : site.trail) {
            place = step instanceof Integer index ? place.get(index) : place.get((String) step);
        }
        spoil.accept((ObjectNode) place);
        assertNotEquals(List.of(), read(site.root, file), "the reader takes it");
        assertNotEquals(List.of(), Schemas.faults(file, site.root), "the schema takes it");
    }

    private static List<FileProblem> read(SectionKeys root, JsonNode file) {
        return root == SectionKeys.DESK
                ? DeskFile.read("desk.yaml", file.toString()).problems()
                : PeopleFile.read(EVERYTHING, "people.yaml", file.toString()).problems();
    }

    /** The first site of each key. */
    private static void collect(String file, SectionKeys root, Shape shape, JsonNode at, List<Object> trail) {
        shape.alternatives().forEach(alternative -> {
            switch (alternative) {
                case Shape.Section(var section)
                when at.isObject() ->
                    section.all().stream().filter(key -> at.has(key.name())).forEach(key -> {
                        if (SITES.stream().noneMatch(site -> site.section == section && site.key == key)) {
                            SITES.add(new Site(file, root, section, key, trail));
                        }
                        collect(file, root, key.shape(), at.get(key.name()), with(trail, key.name()));
                    });
                case Shape.Words _
                when at.isObject() -> collect(file, root, Shape.section(SectionKeys.TRANSLATION), at, trail);
                case Shape.BothLanguages _ -> collect(file, root, Shape.section(SectionKeys.TRANSLATION), at, trail);
                case Shape.Named(var value, var _)
                when at.isObject() ->
                    at.properties()
                            .forEach(
                                    entry -> collect(file, root, value, entry.getValue(), with(trail, entry.getKey())));
                case Shape.Items(var item) when at.isArray() -> each(file, root, item, at, trail);
                case Shape.Items(var item) -> collect(file, root, item, at, trail);
                case Shape.Rules(var rule) -> each(file, root, Shape.anyNamed(rule), at, trail);
                default -> {}
            }
        });
    }

    private static void each(String file, SectionKeys root, Shape item, JsonNode list, List<Object> trail) {
        for (int i = 0; i < list.size(); i++) {
            collect(file, root, item, list.get(i), with(trail, i));
        }
    }

    private static List<Object> with(List<Object> trail, Object step) {
        return Stream.concat(trail.stream(), Stream.of(step)).toList();
    }

    private static JsonNode json(String file) {
        try {
            return Schemas.json(Files.readString(Path.of(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

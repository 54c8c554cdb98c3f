package guichet.core.desk.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

class SchemaTest {
    private static final Path DESKS = Path.of("../../../desks");
    private static final Path MISTAKES = Path.of("src/test/resources/desk/mistakes");

    /** What an editor calls no YAML by itself. */
    private static final Set<String> NO_YAML = Set.of(
            "documents-two.yaml",
            "key-twice.yaml",
            "not-yaml.yaml",
            "quotes-colon-in-braces.yaml",
            "quotes-colon.yaml",
            "quotes-hash.yaml",
            "quotes-apostrophe.yaml",
            "quotes-apostrophe-alone.yaml",
            "quotes-apostrophe-never-closed.yaml",
            "quotes-within-quotes.yaml",
            "quotes-brace.yaml",
            "quotes-at.yaml");

    /** What one part of a desk file says of another, or a value that has to be worked out: seen by desk check alone. */
    private static final Set<String> BEYOND = Set.of(
            "address-invalid.yaml",
            "address-twice.yaml",
            "agent-address-invalid.yaml",
            "agent-at-the-desks-own-address.yaml",
            "agent-twice.yaml",
            "agents-none.yaml",
            "alias-of-yaml.yaml",
            "before-in-business-time.yaml",
            "billing-placeholder.yaml",
            "calendar-name-taken.yaml",
            "clock-never-starts.yaml",
            "clock-never-stops.yaml",
            "clock-on-no-calendar.yaml",
            "clock-stop-and-pause.yaml",
            "clock-stop-comes-first-without-need.yaml",
            "clock-stops-as-it-starts.yaml",
            "clock-target-in-days.yaml",
            "clock-target-missing.yaml",
            "clock-target-no-duration.yaml",
            "clock-target-of-no-priority.yaml",
            "clock-warns-too-late.yaml",
            "closed-none.yaml",
            "closes-at-the-same-time.yaml",
            "contract-on-no-calendar.yaml",
            "dispatcher-not-an-agent.yaml",
            "duty-done-before-it-appears.yaml",
            "entitlement-of-no-contract.yaml",
            "field-depends-on-no-choice.yaml",
            "field-depends-on-unknown.yaml",
            "filing-behind-a-wider-rule.yaml",
            "group-named-as-a-role.yaml",
            "group-with-the-desks-own-address.yaml",
            "held-without-holding.yaml",
            "hours-end-before-they-start.yaml",
            "hours-holidays-of-nowhere.yaml",
            "hours-zone-unknown.yaml",
            "initial-none.yaml",
            "initial-two.yaml",
            "input-choice-without-choices.yaml",
            "input-never-asked-for.yaml",
            "input-unknown.yaml",
            "level-unknown.yaml",
            "like-a-later-type.yaml",
            "like-with-states-and-no-moves.yaml",
            "matrix-incomplete.yaml",
            "move-by-nobody.yaml",
            "move-to-nowhere.yaml",
            "moves-nowhere-else.yaml",
            "moves-twice.yaml",
            "name-declared-for-no-state.yaml",
            "name-declared-is-a-state.yaml",
            "name-not-declared.yaml",
            "notice-by-a-robot-that-says-nothing.yaml",
            "notice-of-a-beginning-elsewhere.yaml",
            "notice-of-a-clock-that-does-not-warn.yaml",
            "notice-of-a-clock-without-clocks.yaml",
            "notice-of-a-reopening-that-is-none.yaml",
            "notice-of-a-state-that-customers-cannot-enter.yaml",
            "notice-of-an-escalation-without-reasons.yaml",
            "notice-of-an-obsolete-queue.yaml",
            "notice-of-no-way-in.yaml",
            "notice-of-refusals-that-are-none.yaml",
            "notice-of-secrets-that-are-kept.yaml",
            "notice-of-the-only-queue.yaml",
            "notice-to-a-missing-dispatcher.yaml",
            "notice-to-nobody.yaml",
            "notice-to-the-sender-of-nothing.yaml",
            "notice-unless-from-of-no-opening.yaml",
            "notice-while-never-closed.yaml",
            "notice-with-an-unknown-text.yaml",
            "notice-without-a-text.yaml",
            "placeholder-of-another-event.yaml",
            "placeholder-unknown.yaml",
            "priority-normal-unknown.yaml",
            "queue-obsolete-as-a-target.yaml",
            "queue-obsolete-as-the-first.yaml",
            "queue-obsolete-that-forwards.yaml",
            "queue-unknown.yaml",
            "queue-worked-by-nobody-known.yaml",
            "reaction-of-the-robot.yaml",
            "reaction-to-a-refusal.yaml",
            "reaction-to-an-event-of-the-robot.yaml",
            "reaction-to-the-same-state.yaml",
            "reminder-after-the-close.yaml",
            "robot-without-a-comment.yaml",
            "robot-without-an-input.yaml",
            "rules-of-one-name.yaml",
            "state-dead-end.yaml",
            "state-unreachable.yaml",
            "state-with-no-way-out-but-to-itself.yaml",
            "target-not-in-every-type.yaml",
            "text-never-used.yaml",
            "time-that-nobody-asks-for.yaml",
            "timer-business-days-after-days.yaml",
            "timer-business-hours-after-days.yaml",
            "timer-days-after-business-days.yaml",
            "timer-of-a-desk-that-nobody-awaits.yaml",
            "timer-outrun-by-the-time-in-the-state.yaml",
            "times-out-of-order.yaml",
            "tracker-without-https.yaml",
            "value-that-shows-nothing.yaml",
            "wait-not-readable.yaml");

    @ParameterizedTest
    @ValueSource(strings = {"daj", "logeas", "divalto", "cloud", "conseil"})
    void each_desk_and_its_people_are_as_the_schemas_say(String desk) throws IOException {
        var folder = DESKS.resolve(desk);
        assertEquals(List.of(), faults(folder.resolve("desk.yaml"), SectionKeys.DESK));
        assertEquals(List.of(), faults(folder.resolve("people.yaml"), SectionKeys.PEOPLE_FILE));
    }

    @Test
    void a_mistake_in_keys_or_fixed_values_is_refused() throws IOException {
        var noYaml = new TreeSet<String>();
        var taken = new TreeSet<String>();
        try (var files = Files.list(MISTAKES)) {
            for (var file : files.toList()) {
                try {
                    if (faults(file, SectionKeys.DESK).isEmpty()) {
                        taken.add(file.getFileName().toString());
                    }
                } catch (YamlEngineException bad) {
                    noYaml.add(file.getFileName().toString());
                }
            }
        }
        assertEquals(new TreeSet<>(NO_YAML), noYaml);
        assertEquals(new TreeSet<>(BEYOND), taken);
    }

    private static List<String> faults(Path file, SectionKeys root) throws IOException {
        return Schemas.faults(Schemas.json(Files.readString(file)), root);
    }
}

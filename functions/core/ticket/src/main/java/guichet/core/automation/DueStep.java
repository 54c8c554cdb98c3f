package guichet.core.automation;

import guichet.core.desk.Automation;
import guichet.core.desk.ClockRule;
import java.time.Instant;

/** A timer of a ticket that will fire at its due instant, unless something happens before. */
public sealed interface DueStep {
    Instant due();

    record ClockWarning(ClockRule clock, Instant due) implements DueStep {}

    record ClockBreach(ClockRule clock, Instant due) implements DueStep {}

    /**
     * @param index which of the automation's waits; @param again whether its last has come before, and was not heard
     */
    record AutomationStep(Automation automation, int index, Instant due, boolean again) implements DueStep {}
}

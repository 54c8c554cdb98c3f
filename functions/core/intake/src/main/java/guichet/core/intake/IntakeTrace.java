package guichet.core.intake;

import java.util.List;

/** Which rules of intake fired for a mail, and which did not; in their order, each with its reason. */
public record IntakeTrace(List<Step> steps) {
    /**
     * @param why in English
     * @param assumed what was taken for granted since nobody could look it up; empty where a table was asked
     */
    public record Step(String rule, boolean fired, String why, List<String> assumed) {}

    /** The names of the rules that fired. */
    public List<String> fired() {
        return steps.stream().filter(Step::fired).map(Step::rule).toList();
    }
}

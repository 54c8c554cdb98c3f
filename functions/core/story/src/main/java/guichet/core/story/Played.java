package guichet.core.story;

import java.util.List;

/**
 * A story that was played.
 *
 * @param timeline for people to read: what was done, what happened, who was told and why, what held and what did not
 */
public record Played(Story story, List<String> timeline, List<Failure> failures) {
    /** A step that did not come out. */
    public record Failure(int line, String step, String expected, String actual) {
        @Override
        public String toString() {
            return "line " + line + ": " + step + "\n  expected: " + expected + "\n  actual:   " + actual;
        }
    }
}

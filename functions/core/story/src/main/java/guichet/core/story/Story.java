package guichet.core.story;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A story: what people do at a desk, minute by minute, and what comes of it.
 *
 * @param ids the capabilities that it shows, such as S3-11
 * @param desk the desk that it plays at
 */
public record Story(String file, List<String> ids, String title, String desk, List<Step> steps) {
    /**
     * One sentence.
     *
     * @param text as written
     * @param when empty: at the previous step's time
     * @param ticket which of the story's tickets, counted from 1 as they are opened; empty: the one opened last
     */
    public record Step(int line, String text, Optional<When> when, OptionalInt ticket, Sentence sentence) {}

    /**
     * A time of the desk's zone. @param offset for a time that comes twice, in the night when clocks are set back; else
     * empty
     */
    public record When(LocalDateTime local, Optional<ZoneOffset> offset) {}

    /** What a step says: that somebody does something, or that something is so. */
    public sealed interface Sentence permits Doing, Expectation {}

    /** @param refused that it must be refused, for a reason that says this; empty: that it must be done */
    public record Doing(Act act, Optional<String> refused) implements Sentence {}
}

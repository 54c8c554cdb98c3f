package guichet.core.story;

/**
 * Something wrong with a sentence of a story: caught where the sentence's line is known, and never seen outside this
 * package.
 */
final class StoryProblem extends RuntimeException {
    final String value;
    final String allowed;

    StoryProblem(String message, String value, String allowed) {
        super(message, null, false, false);
        this.value = value;
        this.allowed = allowed;
    }
}

package guichet.core.intake;

/**
 * One rule of intake. It decides by what it is given and writes nothing; what else it asks of the table, the facts look
 * up when it does.
 *
 * @param <A> what the rule's question is answered with
 */
public interface IntakeRule<A> {
    /** In lower case, with hyphens. */
    String name();

    Verdict<A> verdict(IntakeFacts facts);
}

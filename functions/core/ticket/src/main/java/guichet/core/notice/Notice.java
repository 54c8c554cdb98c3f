package guichet.core.notice;

import guichet.core.desk.Language;
import guichet.core.desk.Trigger;
import guichet.core.ticket.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One mail to one address, caused by one command.
 *
 * @param why the rules that asked for it, in the desk file's order; the first gave the text
 * @param text name of the desk's text; empty: the messages alone
 * @param values for the text's placeholders, beyond those that the ticket gives
 * @param besides what else is said after that text: of the mail that caused it
 * @param messages seqs of the public messages that it carries
 * @param staff whether it goes to an agent or lead
 */
public record Notice(
        Person to,
        Language language,
        Trigger on,
        List<String> why,
        Optional<String> text,
        Map<String, String> values,
        List<Besides> besides,
        List<Long> messages,
        boolean staff) {

    /** Another of the desk's texts, with its values. */
    public record Besides(String text, Map<String, String> values) {}

    Notice alsoBecauseOf(String rule) {
        return new Notice(
                to,
                language,
                on,
                why.contains(rule)
                        ? why
                        : Stream.concat(why.stream(), Stream.of(rule)).toList(),
                text,
                values,
                besides,
                messages,
                staff);
    }

    Notice alsoSaying(Besides more) {
        return new Notice(
                to,
                language,
                on,
                why,
                text,
                values,
                Stream.concat(besides.stream(), Stream.of(more)).toList(),
                messages,
                staff);
    }
}

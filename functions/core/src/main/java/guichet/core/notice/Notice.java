package guichet.core.notice;

import guichet.core.desk.Language;
import guichet.core.desk.Trigger;
import guichet.core.ticket.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One mail to one address, caused by one command.
 *
 * @param why      the rules that asked for it, in the desk file's order; the first gave the text
 * @param text     name of the desk's text; empty: the messages alone
 * @param values   for the text's placeholders, beyond those that the ticket gives
 * @param messages seqs of the public messages that it carries
 * @param staff    whether it goes to an agent or lead
 */
public record Notice(Person to, Language language, Trigger on, List<String> why, Optional<String> text, Map<String, String> values,
                     List<Long> messages, boolean staff) {
}

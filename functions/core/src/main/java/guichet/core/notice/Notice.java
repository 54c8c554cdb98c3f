package guichet.core.notice;

import guichet.core.desk.Language;
import guichet.core.desk.Trigger;
import guichet.core.ticket.Person;
import java.util.List;

/**
 * One mail to one address, caused by one command.
 *
 * @param why      the rules that asked for it, in the desk file's order; the first gave the text
 * @param text     name of the desk's text
 * @param messages seqs of the public messages that it carries
 * @param staff    whether it goes to an agent or lead (links to the agent's view, internal facts allowed)
 */
public record Notice(Person to, Language language, Trigger on, List<String> why, String text, List<Long> messages, boolean staff) {
}

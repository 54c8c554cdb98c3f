package guichet.core.desk;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who is told what, and when. One command sends at most one mail to an address: the first rule that names it gives the
 * text.
 *
 * @param by by whom it was done; empty for anyone
 * @param text a text of the desk; empty: the message alone
 * @param unlessFrom channels by which the ticket was opened that silence this rule (S3-07)
 */
public record NoticeRule(
        String name,
        Trigger on,
        Set<Role> by,
        Condition in,
        Set<Channel> unlessFrom,
        List<Audience> tell,
        Optional<String> text,
        During during) {
    /** Whether the rule only holds while the desk is open, or closed (S1-04). */
    public enum During {
        ALWAYS,
        OPEN,
        CLOSED
    }
}

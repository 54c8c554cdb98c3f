package guichet.core.mail;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;

/**
 * How a desk wants its mail read.
 *
 * @param maskSecrets whether passwords and keys are masked (S2-03)
 * @param ownAddresses addresses at which mail reaches the desk: a mailing list of that name is a way to it, no mailing
 * @param zone in which times are told that a mail gives in a form of its own, as an invitation does
 * @param locale of what is told so
 */
public record ReadOptions(boolean maskSecrets, Set<String> ownAddresses, ZoneId zone, Locale locale) {
    public static final ReadOptions DEFAULT = new ReadOptions(true, Set.of());

    public ReadOptions(boolean maskSecrets, Set<String> ownAddresses) {
        this(maskSecrets, ownAddresses, ZoneOffset.UTC, Locale.ENGLISH);
    }
}

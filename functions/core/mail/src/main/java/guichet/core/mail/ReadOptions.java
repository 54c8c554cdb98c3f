package guichet.core.mail;

import java.util.Set;

/**
 * How a desk wants its mail read.
 *
 * @param maskSecrets whether passwords and keys are masked (S2-03)
 * @param ownAddresses addresses at which mail reaches the desk: a mailing list of that name is a way to it, no mailing
 */
public record ReadOptions(boolean maskSecrets, Set<String> ownAddresses) {
    public static final ReadOptions DEFAULT = new ReadOptions(true, Set.of());
}

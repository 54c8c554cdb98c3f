package guichet.inbound;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What says that a mail has come: SES's notification of its receipt rule, our own sweep's about one that lay in the
 * inbox too long, or somebody who let a held mail in.
 *
 * @param recipients of the envelope; empty where only the raw mail is left to tell
 * @param at when SES took it; for a held mail, when it was let in
 * @param letInBy who of the desk let it in, where it was held
 */
record Delivery(String bucket, String key, List<String> recipients, Instant at, Optional<String> letInBy)
        implements InboundMessage {}

package guichet.inbound;

import guichet.core.intake.InboundMail;
import java.util.List;

/**
 * A raw mail from the inbox.
 *
 * @param recipients of the envelope, or what stands for them
 * @param mails as each desk reads it that the envelope names
 */
record OpenedMail(byte[] raw, List<String> recipients, List<InboundMail> mails) {}

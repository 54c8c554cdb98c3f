package guichet.core.desk;

import java.util.Map;

/**
 * For which reasons a ticket may be escalated (S3-13), and the number to call instead when it is very urgent (S3-14, in
 * {@link Desk#phone()}).
 */
public record Escalation(Map<String, LocalizedText> reasons, LocalizedText advice) {}

package guichet.core.desk;

/**
 * What an organization has bought: which calendar its clocks run on (S3-06). {@code calendar} names one of
 * {@link Desk#calendars()}.
 */
public record Contract(String id, LocalizedText label, String calendar) {}

package guichet.core.desk;

/** A text ready to send, under a label by which one finds them. */
public record CannedAnswer(LocalizedText label, LocalizedText text) {}

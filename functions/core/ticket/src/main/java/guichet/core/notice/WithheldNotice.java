package guichet.core.notice;

/** Somebody whom a rule would have told, and why not. */
public record WithheldNotice(String address, String rule, String reason) {}

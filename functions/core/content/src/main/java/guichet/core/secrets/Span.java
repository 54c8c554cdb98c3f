package guichet.core.secrets;

/** Where a secret stands in a text. */
record Span(int start, int end) {}

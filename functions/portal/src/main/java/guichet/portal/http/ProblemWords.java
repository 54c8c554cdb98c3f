package guichet.portal.http;

import guichet.core.desk.LocalizedText;
import guichet.core.desk.Phrases;

/** What callers read when a request is not carried out. */
public final class ProblemWords {
    private static final Phrases WORDS = Phrases.of(ProblemWords.class);

    public static final LocalizedText BAD_VALUE = WORDS.text("bad-value");
    public static final Phrases.Three BAD_VALUE_EXPECTED =
            WORDS.phrase("bad-value.expected", "field", "value", "expected");
    public static final Phrases.Two BAD_VALUE_ONE_OF = WORDS.phrase("bad-value.one-of", "field", "allowed");
    public static final LocalizedText BAD_VALUE_CURSOR = WORDS.text("bad-value.cursor");
    public static final Phrases.Two UNKNOWN_FIELD = WORDS.phrase("unknown-field", "field", "allowed");
    public static final Phrases.Three UNKNOWN_FIELD_NEAR =
            WORDS.phrase("unknown-field.near", "field", "allowed", "near");
    public static final LocalizedText MALFORMED = WORDS.text("malformed");
    public static final Phrases.One MALFORMED_DETAIL = WORDS.phrase("malformed.detail", "why");
    public static final LocalizedText MALFORMED_EMPTY = WORDS.text("malformed.empty");
    public static final LocalizedText MALFORMED_TOO_DEEP = WORDS.text("malformed.too-deep");
    public static final Phrases.Two MALFORMED_AT = WORDS.phrase("malformed.at", "line", "column");
    public static final LocalizedText MALFORMED_UNREADABLE = WORDS.text("malformed.unreadable");
    public static final LocalizedText EXPECTED_TEXT = WORDS.text("expected.text");
    public static final LocalizedText EXPECTED_LIST = WORDS.text("expected.list");
    public static final LocalizedText EXPECTED_WHOLE_NUMBER = WORDS.text("expected.whole-number");
    public static final LocalizedText EXPECTED_OBJECT = WORDS.text("expected.object");
    public static final LocalizedText EXPECTED_TEXT_OR_NUMBER = WORDS.text("expected.text-or-number");
    public static final Phrases.One EXPECTED_AT_MOST = WORDS.phrase("expected.at-most", "most");
    public static final Phrases.One EXPECTED_CHARACTERS = WORDS.phrase("expected.characters", "most");
    public static final Phrases.One EXPECTED_VALUES = WORDS.phrase("expected.values", "most");
    public static final LocalizedText EXPECTED_ADDRESS = WORDS.text("expected.address");
    public static final LocalizedText EXPECTED_PERSON = WORDS.text("expected.person");
    public static final LocalizedText EXPECTED_URL_ENCODED = WORDS.text("expected.url-encoded");
    public static final LocalizedText EXPECTED_IDEMPOTENCY_KEY = WORDS.text("expected.idempotency-key");
    public static final LocalizedText EXPECTED_ETAG = WORDS.text("expected.etag");
    public static final Phrases.One EXPECTED_IMAGES = WORDS.phrase("expected.images", "remote");
    public static final Phrases.One EXPECTED_FILE_NAME = WORDS.phrase("expected.file-name", "most");
    public static final Phrases.One EXPECTED_FILE_KIND = WORDS.phrase("expected.file-kind", "refused");
    public static final Phrases.One EXPECTED_FILE_SIZE = WORDS.phrase("expected.file-size", "most");
    public static final LocalizedText EXPECTED_FILE_TYPE = WORDS.text("expected.file-type");
    public static final LocalizedText EXPECTED_FILE_ID = WORDS.text("expected.file-id");
    public static final LocalizedText EXPECTED_OTHER_TICKET = WORDS.text("expected.other-ticket");
    public static final Phrases.One EXPECTED_TICKET = WORDS.phrase("expected.ticket", "ticket");
    public static final LocalizedText EXPECTED_ORGANIZATION = WORDS.text("expected.organization");
    public static final LocalizedText EXPECTED_SAME_ORGANIZATION = WORDS.text("expected.same-organization");
    public static final LocalizedText UNAUTHENTICATED = WORDS.text("unauthenticated");
    public static final LocalizedText UNAUTHENTICATED_DETAIL = WORDS.text("unauthenticated.detail");
    public static final LocalizedText NOT_ALLOWED = WORDS.text("not-allowed");
    public static final Phrases.One FOR_AGENTS_FIELD = WORDS.phrase("for-agents.field", "field");
    public static final LocalizedText FOR_AGENTS_VIEW = WORDS.text("for-agents.view");
    public static final LocalizedText FOR_AGENTS_HELD_MAILS = WORDS.text("for-agents.held-mails");
    public static final LocalizedText NOT_FOUND = WORDS.text("not-found");
    public static final LocalizedText NOT_FOUND_DETAIL = WORDS.text("not-found.detail");
    public static final LocalizedText NOT_NOW = WORDS.text("not-now");
    public static final LocalizedText ALREADY_DECIDED = WORDS.text("already-decided");
    public static final Phrases.Two ALREADY_DECIDED_DETAIL = WORDS.phrase("already-decided.detail", "who", "verdict");
    public static final LocalizedText CHANGED = WORDS.text("changed");
    public static final LocalizedText CHANGED_DETAIL = WORDS.text("changed.detail");
    public static final LocalizedText KEY_REUSED = WORDS.text("key-reused");
    public static final LocalizedText KEY_REUSED_DETAIL = WORDS.text("key-reused.detail");
    public static final LocalizedText TOO_LARGE = WORDS.text("too-large");
    public static final Phrases.One TOO_LARGE_DETAIL = WORDS.phrase("too-large.detail", "most");
    public static final LocalizedText METHOD_NOT_ALLOWED = WORDS.text("method-not-allowed");
    public static final LocalizedText METHOD_NOT_ALLOWED_DETAIL = WORDS.text("method-not-allowed.detail");
    public static final LocalizedText NOT_ACCEPTABLE = WORDS.text("not-acceptable");
    public static final LocalizedText NOT_ACCEPTABLE_DETAIL = WORDS.text("not-acceptable.detail");
    public static final LocalizedText UNSUPPORTED_MEDIA_TYPE = WORDS.text("unsupported-media-type");
    public static final LocalizedText UNSUPPORTED_MEDIA_TYPE_DETAIL = WORDS.text("unsupported-media-type.detail");
    public static final LocalizedText UNAVAILABLE = WORDS.text("unavailable");
    public static final LocalizedText UNAVAILABLE_DETAIL = WORDS.text("unavailable.detail");
    public static final LocalizedText INTERNAL = WORDS.text("internal");
    public static final LocalizedText INTERNAL_DETAIL = WORDS.text("internal.detail");

    private ProblemWords() {}
}

package guichet.core.ticket;

/**
 * A file on a message.
 *
 * @param id ours, unguessable only together with the ticket's authorisation
 * @param size bytes
 * @param contentId of an inline image, without angle brackets; empty otherwise
 */
public record Attachment(String id, String name, String type, long size, String contentId) {}

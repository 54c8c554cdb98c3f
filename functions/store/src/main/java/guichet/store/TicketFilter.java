package guichet.store;

import guichet.core.text.MailAddress;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * What of a list is wanted.
 *
 * @param owner an address
 * @param text found in subject, requester or id, whatever its case and accents
 */
public record TicketFilter(Optional<String> state, Optional<String> owner, Optional<String> text) {
    public static final TicketFilter NONE = new TicketFilter(Optional.empty(), Optional.empty(), Optional.empty());

    public TicketFilter {
        owner = owner.map(MailAddress::kept);
        text = text.map(TicketFilter::plain).filter(wanted -> !wanted.isBlank());
    }

    boolean isNone() {
        return equals(NONE);
    }

    boolean matches(TicketRow row) {
        return state.map(row.state()::equals).orElse(true)
                && owner.map(wanted -> row.owner()
                                .map(person -> person.address().equals(wanted))
                                .orElse(false))
                        .orElse(true)
                && text.map(wanted -> plain(
                                        row.subject() + "\n" + row.requester().name() + "\n"
                                                + row.requester().address() + "\n"
                                                + row.requester().shownAddress() + "\n" + row.id())
                                .contains(wanted))
                        .orElse(true);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}

package guichet.stack;

import guichet.core.ticket.TicketEvent.MessageAdded;
import guichet.store.StoredCommit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which tickets a raw mail became a message of: a ticket once for each such message. */
final class TicketsOfMails {
    private final Map<String, List<String>> tickets = new HashMap<>();

    TicketsOfMails(List<StoredCommit> commits) {
        for (var commit : commits) {
            for (var recorded : commit.events()) {
                if (recorded.event() instanceof MessageAdded message) {
                    message.mail()
                            .ifPresent(mail -> tickets.computeIfAbsent(mail.rawKey(), _ -> new ArrayList<>())
                                    .add(commit.ticket().id().toString()));
                }
            }
        }
    }

    /** @param mail SES's id of it */
    List<String> of(String mail) {
        return tickets.getOrDefault("mail/" + mail, List.of());
    }
}

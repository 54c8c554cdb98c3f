package guichet.core.intake;

import guichet.core.ticket.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Held mail in memory, as the table has it: one mail is held once, and a decision on a sender is one desk's. */
final class HeldMailsInMemory implements HoldMail {
    private final List<Held> held = new ArrayList<>();
    private final Map<Sender, Standing> decided = new HashMap<>();

    /** @param why as whoever decides reads it */
    record Held(String desk, InboundMail mail, String why) {}

    private record Sender(String desk, String address) {}

    @Override
    public void hold(InboundMail mail, Person sender, String why) {
        var desk = mail.desk().id();
        var again = held.stream()
                .anyMatch(other -> other.desk().equals(desk)
                        && other.mail().messageId().equals(mail.messageId())
                        && other.mail().at().equals(mail.at()));
        if (!again) {
            held.add(new Held(desk, mail, why));
        }
    }

    @Override
    public Standing standing(String desk, String address) {
        return decided.getOrDefault(new Sender(desk, address), Standing.UNDECIDED);
    }

    void decide(String desk, String address, Standing standing) {
        decided.put(new Sender(desk, address), standing);
    }

    List<Held> all() {
        return List.copyOf(held);
    }
}

package guichet.portal.ticket;

import guichet.core.desk.Desk;
import guichet.core.desk.LocalizedText;
import guichet.core.desk.RequestType;
import guichet.core.desk.State;
import java.util.Optional;

/** What things are called; something that the desk file no longer knows is called by its id. */
public final class DisplayNames {
    private DisplayNames() {}

    public static LocalizedText state(Desk desk, String type, String id) {
        var known = desk.types().getOrDefault(type, desk.defaultType());
        return known.state(id).or(() -> ofAnyType(desk, id)).map(State::label).orElseGet(() -> LocalizedText.same(id));
    }

    /** A ticket that was of another type once has been in that one's states. */
    private static Optional<State> ofAnyType(Desk desk, String id) {
        return desk.types().values().stream()
                .flatMap(type -> type.state(id).stream())
                .findFirst();
    }

    static LocalizedText contract(Desk desk, String id) {
        return Optional.ofNullable(desk.contracts().get(id))
                .map(contract -> contract.label())
                .orElseGet(() -> LocalizedText.same(id));
    }

    static LocalizedText type(Desk desk, String id) {
        return Optional.ofNullable(desk.types().get(id))
                .map(RequestType::label)
                .orElseGet(() -> LocalizedText.same(id));
    }

    public static LocalizedText clock(Desk desk, String name) {
        return desk.clocks().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .map(rule -> rule.label())
                .orElseGet(() -> LocalizedText.same(name));
    }
}

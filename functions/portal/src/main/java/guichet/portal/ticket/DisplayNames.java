package guichet.portal.ticket;

import guichet.core.desk.Desk;
import guichet.core.desk.LocalizedText;
import guichet.core.desk.State;

/** What things are called; something that the desk file no longer knows is called by its id. */
public final class DisplayNames {
    private DisplayNames() {}

    public static LocalizedText state(Desk desk, String type, String id) {
        var known = desk.types().getOrDefault(type, desk.defaultType());
        return known.state(id).map(State::label).orElseGet(() -> LocalizedText.same(id));
    }

    public static LocalizedText clock(Desk desk, String name) {
        return desk.clocks().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .map(rule -> rule.label())
                .orElseGet(() -> LocalizedText.same(name));
    }
}

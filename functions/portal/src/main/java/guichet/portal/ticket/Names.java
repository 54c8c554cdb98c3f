package guichet.portal.ticket;

import guichet.core.desk.Desk;
import guichet.core.desk.State;
import guichet.core.desk.Words;

/** What things are called; something that the desk file no longer knows is called by its id. */
public final class Names {
    private Names() {}

    public static Words state(Desk desk, String type, String id) {
        var known = desk.types().getOrDefault(type, desk.defaultType());
        return known.state(id).map(State::label).orElseGet(() -> Words.same(id));
    }

    public static Words clock(Desk desk, String name) {
        return desk.clocks().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .map(rule -> rule.label())
                .orElseGet(() -> Words.same(name));
    }
}

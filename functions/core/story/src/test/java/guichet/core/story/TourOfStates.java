package guichet.core.story;

import guichet.core.command.Command;
import guichet.core.desk.Channel;
import guichet.core.desk.RequestType;
import guichet.core.desk.State;
import guichet.core.ticket.Body;
import guichet.core.ticket.TicketId;
import guichet.core.ticket.Visibility;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request for each state, brought there; what can be done there is looked at, people write, and time passes. */
record TourOfStates(Tour.Walk walk) {
    String of(RequestType type) {
        var paths = paths(type);
        paths.forEach((state, path) -> {
            walk.now = Tour.START;
            var opened = opened(type, Map.of());
            opened.ifPresent(ticket -> {
                path.forEach(to -> move(ticket, type, to));
                lived(ticket);
                type.movesFrom(state)
                        .forEach(move -> walk.act(
                                ticket,
                                new Command.Transition(
                                        walk.who(walk.tour().customers.getFirst())
                                                .actor(),
                                        move.to(),
                                        words("Again."),
                                        Map.of())));
            });
        });
        return walk.told();
    }

    Optional<TicketId> opened(RequestType type, Map<String, String> besides) {
        var fields = new HashMap<>(new TourOfForms(walk).values(type.fields()));
        fields.put("description", "Please.");
        fields.putAll(besides);
        return walk.open(walk.tour().lead, Channel.PHONE, type.id(), "A question", fields);
    }

    /** First with what does not belong there. */
    void move(TicketId ticket, RequestType type, String to) {
        walk.now = walk.now.plus(Duration.ofMinutes(20));
        var lead = walk.who(walk.tour().lead).actor();
        var right = asked(walk, type, to, true);
        right.keySet()
                .forEach(name -> walk.act(
                        ticket,
                        new Command.Transition(
                                lead,
                                to,
                                words("Now."),
                                TourOfForms.with(right, name, "nonsense\nof " + "x".repeat(300)))));
        walk.act(ticket, new Command.Transition(lead, to, Optional.empty(), right));
        type.aliases().forEach((alias, state) -> {
            if (state.equals(to)) {
                walk.act(ticket, new Command.Transition(lead, alias, words("Now."), right));
            }
        });
        walk.act(ticket, new Command.Transition(lead, to, words("Now."), Map.of()));
        for (var given : List.of(right, asked(walk, type, to, false))) {
            walk.act(ticket, new Command.Transition(lead, to, words("Now."), given));
        }
        walk.act(
                ticket,
                new Command.Transition(
                        walk.who(walk.tour().customers.getFirst()).actor(), to, words("Now."), right));
    }

    private void lived(TicketId ticket) {
        TourOfForms.look(walk);
        walk.there.pass(walk.now.plus(Duration.ofHours(9)), 20);
        walk.now = walk.now.plus(Duration.ofHours(9));
        write(ticket, walk.tour().agent, "We look at it.");
        walk.there.pass(walk.now.plus(Duration.ofDays(70)), 40);
        walk.now = walk.now.plus(Duration.ofDays(70));
        write(ticket, walk.tour().customers.getFirst(), "Not yet.");
        walk.now = walk.now.plus(Duration.ofDays(1));
        TourOfMail.answer(walk, ticket, walk.tour().customers.getFirst());
        walk.there.pass(walk.now.plus(Duration.ofDays(20)), 20);
    }

    void write(TicketId ticket, String who, String text) {
        walk.act(
                ticket,
                new Command.AddMessage(
                        walk.who(who).actor(),
                        Visibility.PUBLIC,
                        Channel.PORTAL,
                        Body.of(text),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()));
    }

    /** From the state in which a request begins, to each. */
    static Map<String, List<String>> paths(RequestType type) {
        var paths = new LinkedHashMap<String, List<String>>();
        paths.put(type.initial().id(), List.of());
        var next = new ArrayDeque<>(paths.keySet());
        while (!next.isEmpty()) {
            var from = next.poll();
            for (var move : type.movesFrom(from)) {
                if (type.states().containsKey(move.to()) && !paths.containsKey(move.to())) {
                    var path = new ArrayList<>(paths.get(from));
                    path.add(move.to());
                    paths.put(move.to(), path);
                    next.add(move.to());
                }
            }
        }
        return paths;
    }

    /** @param all also what is asked for only where the form says so */
    static Map<String, String> asked(Tour.Walk walk, RequestType type, String state, boolean all) {
        var values = new HashMap<String, String>();
        for (var ask : type.states().get(state).asks()) {
            var input = type.inputs().get(ask.input());
            if (!ask.input().equals(State.Ask.COMMENT) && (all || input.when().isEmpty())) {
                values.put(ask.input(), TourOfForms.value(walk, input));
            }
        }
        return values;
    }

    static Optional<Body> words(String text) {
        return Optional.of(Body.of(text));
    }
}

package guichet.core.ticket;

import guichet.core.command.Command;
import guichet.core.desk.Channel;
import guichet.core.desk.Desk;
import guichet.core.desk.Role;
import guichet.core.desk.file.DeskFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One ticket of a garage, whose desk file has no rules but those that a test writes. Carl is of a company with a fleet,
 * round the clock; Dora is of none. Ann and Bob (who reads English) are agents, Léo is the lead. It opens at 9:00 and
 * 14:00 and closes at 12:00 and 18:00, from Monday to Friday; 2 March 2026 is a Monday.
 */
public final class Garage {
    public static final Actor CARL = Actor.customer("carl@fleet.example", "Carl", "fleet");
    public static final Actor DORA = Actor.customer("dora@home.example", "Dora", null);
    public static final Actor ANN = Actor.agent("ann@garage.example", "Ann");
    public static final Actor BOB = Actor.agent("bob@garage.example", "Bob");
    public static final Actor LEO = new Actor(Role.LEAD, new Person("leo@garage.example", "Léo"), Optional.empty());
    public static final Map<String, String> CAR = Map.of("vehicle", "car", "plate", "AB-123-CD");
    private static final TicketId ID = new TicketId("garage", 7);
    private static final String WORD = "texts:\n  word: { fr: Un mot., en: A word. }\n";

    private Garage() {}

    /** @param sections of a desk file, below the garage's own; there is a text {@code word} beside their texts */
    public static Desk with(String sections) {
        try (var written = Garage.class.getResourceAsStream("/desk/rules/garage.yaml")) {
            var garage = new String(written.readAllBytes(), StandardCharsets.UTF_8);
            var file = sections.contains("texts:\n") ? sections.replace("texts:\n", WORD) : sections + WORD;
            return DeskFile.read("garage.yaml", garage + file).orThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With two states, one agent, one queue, and nothing besides. */
    public static Desk smaller() {
        return DeskFile.read("smaller.yaml", """
                        desk: garage
                        address: garage@garage.example
                        language: fr
                        hours: { zone: Europe/Paris, open: always }
                        people: { agents: [ ann@garage.example: Ann ] }
                        queues: { counter: { label: Counter } }
                        requests:
                          repair:
                            states: { new: { initial: true }, done: { closed: true } }
                            moves: [ new -> done, done -> new ]
                        """).orThrow();
    }

    /** Dora's mail of that time, which asks for the repair of a car. */
    public static TicketScenario mailedAt(String local, String... sections) {
        return TicketScenario.on(with(String.join("", sections)), local).does(mail(DORA));
    }

    public static Command.Open mail(Actor by) {
        return opening(by).command();
    }

    /** By mail, of the repair of a car. */
    public static Opening opening(Actor by) {
        return new Opening("repair", by, by, Channel.MAIL, CAR);
    }

    /** What an opening says in these tests; the rest is left out. */
    public record Opening(
            String type,
            Actor by,
            Actor requester,
            Channel channel,
            Map<String, String> fields,
            Optional<String> priority,
            Optional<String> impact,
            Optional<String> urgency,
            Optional<String> queue) {
        public Opening(String type, Actor by, Actor requester, Channel channel, Map<String, String> fields) {
            this(
                    type,
                    by,
                    requester,
                    channel,
                    fields,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        public Opening in(String name) {
            return new Opening(type, by, requester, channel, fields, priority, impact, urgency, Optional.of(name));
        }

        /** @param outright a priority; empty for none */
        public Opening weighs(String outright, String impact, String urgency) {
            return new Opening(
                    type,
                    by,
                    requester,
                    channel,
                    fields,
                    Optional.of(outright).filter(name -> !name.isEmpty()),
                    Optional.of(impact),
                    Optional.of(urgency),
                    queue);
        }

        public Command.Open command() {
            return command(ID);
        }

        public Command.Open command(TicketId id) {
            return new Command.Open(
                    by,
                    id,
                    type,
                    "Frein",
                    new Requester(
                            requester.person(),
                            requester.organization(),
                            requester.organization().map(_ -> "fleet"),
                            Optional.empty()),
                    channel,
                    Optional.of(Body.of("Il grince.")),
                    fields,
                    priority,
                    impact,
                    urgency,
                    queue,
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /** With what the state asks for. */
    public static Command.Transition move(Actor by, String state) {
        return switch (state) {
            case "parts" -> move(by, state, Map.of("part", "frein"));
            case "planned" -> move(by, state, Map.of("day", "2026-03-20"));
            default -> move(by, state, Map.of());
        };
    }

    public static Command.Transition move(Actor by, String state, Map<String, String> inputs) {
        var comment = state.equals("customer") ? Optional.of(Body.of("Lequel ?")) : Optional.<Body>empty();
        return new Command.Transition(by, state, comment, inputs);
    }
}

package guichet.core.story;

import guichet.core.access.Callers;
import guichet.core.command.Command;
import guichet.core.command.CommandHandler.Outcome;
import guichet.core.desk.Channel;
import guichet.core.desk.Desk;
import guichet.core.desk.Role;
import guichet.core.people.Contact;
import guichet.core.people.InMemoryDirectory;
import guichet.core.people.People;
import guichet.core.ticket.Body;
import guichet.core.ticket.Person;
import guichet.core.ticket.TicketId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Everything that can be done at a desk, done once: its forms, its states, its queues, its mail. A tour is planned on
 * the desk as it is and taken at another, so that whatever comes out differently is the other desk's doing.
 */
final class Tour {
    static final Instant START = Instant.parse("2026-03-02T09:20:00Z");
    final Desk plan;
    final String lead;
    final String agent;
    final List<String> customers;
    private final People people;

    Tour(Desk plan, People people) {
        this.plan = plan;
        this.people = people;
        this.lead = staff(Role.LEAD);
        this.agent = staff(Role.AGENT);
        this.customers = people.contacts().stream()
                .filter(contact -> contact.organization().isPresent())
                .map(Contact::address)
                .limit(4)
                .toList();
    }

    /** Its stages; each tells what came of it at the desk that it is given. */
    List<Function<Desk, String>> stages() {
        var types = plan.types().values();
        return Stream.of(
                        Stream.<Function<Desk, String>>of(desk -> new TourOfMail(walk(desk)).taken()),
                        types.stream()
                                .<Function<Desk, String>>map(type -> desk -> new TourOfForms(walk(desk)).of(type)),
                        Stream.<Function<Desk, String>>of(desk -> new TourOfHandling(walk(desk)).taken()),
                        types.stream()
                                .<Function<Desk, String>>map(type -> desk -> new TourOfStates(walk(desk)).of(type)))
                .flatMap(Function.identity())
                .toList();
    }

    private Walk walk(Desk desk) {
        return new Walk(desk);
    }

    private String staff(Role role) {
        return plan.staff().stream()
                .filter(member -> member.role() == role)
                .findFirst()
                .orElse(plan.staff().getFirst())
                .address();
    }

    /** A tour at one desk: what is done is done there, and all that can be seen of it is written down. */
    final class Walk {
        final Desk desk;
        final MailingDesk there;
        final Callers callers;
        final StringBuilder seen = new StringBuilder();
        Instant now = START;

        private Walk(Desk desk) {
            var directory = new InMemoryDirectory();
            people.organizations().forEach(directory::add);
            people.contacts().forEach(directory::add);
            this.desk = desk;
            this.there = new MailingDesk(desk, directory);
            this.callers = new Callers(desk, directory);
        }

        Tour tour() {
            return Tour.this;
        }

        Callers.Caller who(String address) {
            return callers.of(Person.of(address));
        }

        Optional<TicketId> open(String by, Channel channel, String type, String subject, Map<String, String> given) {
            var fields = new HashMap<>(given);
            var queue = Optional.ofNullable(fields.remove("queue"));
            var impact = Optional.ofNullable(fields.remove("impact"));
            var urgency = Optional.ofNullable(fields.remove("urgency"));
            var text = fields.remove("description");
            return note(there.open(
                    id -> Command.Open.of(
                                    who(by).actor(),
                                    id,
                                    type,
                                    subject,
                                    who(customers.getFirst()).requester(),
                                    channel)
                            .body(Optional.ofNullable(text).map(Body::of))
                            .fields(fields)
                            .queue(queue)
                            .impact(impact)
                            .urgency(urgency)
                            .build(),
                    now));
        }

        void act(TicketId ticket, Command command) {
            note(there.change(ticket, command, now));
        }

        Optional<TicketId> note(Outcome outcome) {
            there.post(now);
            if (outcome instanceof Outcome.Done done) {
                return Optional.of(done.accepted().ticket().id());
            }
            var why = outcome instanceof Outcome.Refused refused
                    ? refused.refusal().toString()
                    : outcome.toString();
            seen.append(why).append('\n');
            return Optional.empty();
        }

        void note(Object what) {
            seen.append(what).append('\n');
        }

        /** With all that happened, and all that was mailed. */
        String told() {
            there.tickets().forEach(ticket -> there.events(ticket.id()).forEach(this::note));
            Stream.concat(there.sent.stream(), there.toStaff.stream()).forEach(this::note);
            there.tickets().forEach(this::note);
            return seen.toString();
        }
    }
}

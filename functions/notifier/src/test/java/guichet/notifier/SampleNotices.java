package guichet.notifier;

import guichet.core.desk.Action;
import guichet.core.desk.Audience;
import guichet.core.desk.Automation;
import guichet.core.desk.Channel;
import guichet.core.desk.Condition;
import guichet.core.desk.Desk;
import guichet.core.desk.Input;
import guichet.core.desk.Language;
import guichet.core.desk.LocalizedText;
import guichet.core.desk.NoticeRule;
import guichet.core.desk.RequestType;
import guichet.core.desk.Role;
import guichet.core.desk.State;
import guichet.core.desk.State.Ask;
import guichet.core.desk.TextUse;
import guichet.core.desk.Trigger;
import guichet.core.desk.file.DeskFile;
import guichet.core.notice.Notice;
import guichet.core.notice.Notices;
import guichet.core.notice.TextTemplates;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Attachment;
import guichet.core.ticket.Body;
import guichet.core.ticket.Person;
import guichet.core.ticket.RecordedEvent;
import guichet.core.ticket.Redaction.RefusedFile;
import guichet.core.ticket.Redaction.Why;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketEvent;
import guichet.core.ticket.TicketEvent.MessageAdded;
import guichet.core.ticket.TicketEvent.StateChanged;
import guichet.core.ticket.TicketEvolution;
import guichet.core.ticket.TicketId;
import guichet.core.ticket.Visibility;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each rule of a desk sends, about a ticket of which everything is known, to a customer or an agent. */
final class SampleNotices {
    /** @param unfilled placeholders of its text that nothing fills */
    record Sample(String name, MailContent content, boolean staff, List<String> unfilled) {}

    /** A Saturday, on which every desk is closed. */
    private static final Instant AT = Instant.parse("2026-02-28T09:31:00Z");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][a-z0-9.-]*)}");
    private static final LocalizedText WORDS = new LocalizedText(
            "Bonjour,\n\nVoici ce qu’il nous faudrait\u00a0:\n– la version,\n– le journal de 9\u00a0h\u00a030.\n\nMerci\u202f!",
            "Hello,\n\nThis is what we would need:\n– the version,\n– the log of 9:30.\n\nThank you!");
    private static final Person CUSTOMER = new Person("camille.durand@durand.example", "Camille Durand");

    private final Desk desk;
    private final Language language;
    private final List<Sample> samples = new ArrayList<>();

    private SampleNotices(Desk desk, Language language) {
        this.desk = desk;
        this.language = language;
    }

    static List<Sample> of(String desk, Language language) {
        var samples = new SampleNotices(desk(desk), language);
        samples.all();
        return samples.samples;
    }

    private void all() {
        for (var rule : desk.notices()) {
            var parties = rule.tell().stream().collect(Collectors.partitioningBy(SampleNotices::isStaff));
            for (var staff : List.of(false, true)) {
                if (!parties.get(staff).isEmpty()) {
                    add(rule, staff);
                }
            }
        }
        for (var automation : desk.automations()) {
            robot(automation);
            for (var action : automation.actions()) {
                if (action instanceof Action.Tell tell) {
                    tell.whom().stream()
                            .map(SampleNotices::isStaff)
                            .distinct()
                            .forEach(staff -> add(
                                    tell.text() + (staff ? "-agent" : "-client"),
                                    ticket(automation.in(), Optional.of(tell.text())),
                                    notice(Optional.of(tell.text()), Trigger.ENTERED, staff, List.of(), Map.of()),
                                    List.of()));
                }
            }
        }
    }

    /** What the customer is sent of all that the robot does at once, by the desk's own rules. */
    private void robot(Automation automation) {
        var before = ticket(automation.in(), Optional.empty());
        var ticket = before;
        var events = new ArrayList<RecordedEvent>();
        for (var action : automation.actions()) {
            switch (action) {
                case Action.MoveTo move -> {
                    events.add(moved(before.seq() + events.size(), Actor.ROBOT, before, move.state(), Map.of()));
                    ticket = TicketEvolution.evolve(before.id(), Optional.of(ticket), events.getLast());
                }
                case Action.Comment comment -> {
                    var says = TextTemplates.render(
                                    desk, comment.text(), language, TextTemplates.facts(desk, ticket, language))
                            .strip();
                    events.add(message(before.seq() + events.size(), Actor.ROBOT, says, List.of()));
                }
                case Action.Tell _, Action.MoveToQueue _ -> {}
            }
        }
        var after = ticket;
        Notices.plan(desk, after, Actor.ROBOT, events, Optional.empty()).notices().stream()
                .filter(notice -> notice.to().equals(CUSTOMER))
                .forEach(notice -> add("automatique", after, notice, events));
    }

    private void add(NoticeRule rule, boolean staff) {
        var on = rule.on();
        var use = TextUse.of(on);
        var ticket = ticket(rule.in(), rule.text());
        var asked = on == Trigger.ENTERED ? asks(ticket) : List.<String>of();
        var says = on == Trigger.COMMENTED
                || on == Trigger.REOPENED
                || on == Trigger.CREATED && staff
                || rule.text().isEmpty()
                || asked.contains(Ask.COMMENT);
        var byCustomer = on == Trigger.CREATED
                || on == Trigger.REOPENED
                || on == Trigger.ESCALATED
                || on == Trigger.COMMENTED && staff
                || rule.by().equals(Set.of(Role.CUSTOMER));
        var by = byCustomer
                ? Actor.customer(CUSTOMER.address(), CUSTOMER.name(), "durand")
                : Actor.agent(colleague().address(), colleague().name());
        var fr = language == Language.FR;
        var values = new HashMap<String, String>();
        values.put("author", by.person().display());
        if (use == TextUse.SLA) {
            var clock = desk.clocks().getFirst();
            values.put("clock", TextTemplates.label(clock.label(), "", language));
            values.put(
                    "due",
                    TextTemplates.date(
                            Instant.parse("2026-03-02T17:00:00Z"),
                            language,
                            desk.hours().zone()));
        }
        if (use == TextUse.ESCALATION) {
            values.put(
                    "reason",
                    TextTemplates.label(
                            desk.escalation().reasons().values().iterator().next(), "", language));
            values.put("comment", fr ? "Nos utilisateurs sont bloqués." : "Our users are blocked.");
        }
        if (use == TextUse.UNREACHABLE) {
            values.put("address", CUSTOMER.address());
            values.put("reason", "550 5.1.1 User unknown");
            ticket = TicketEvolution.evolve(
                    ticket.id(),
                    Optional.of(ticket),
                    new RecordedEvent(
                            2,
                            AT,
                            Actor.ROBOT,
                            new TicketEvent.Unreachable(
                                    CUSTOMER.address(),
                                    LocalizedText.same("550 5.1.1 User unknown"),
                                    Optional.empty())));
        }
        if (use == TextUse.REFUSED_FILES) {
            values.put(
                    "files",
                    Stream.of(new RefusedFile("setup.exe", Why.PROGRAM), new RefusedFile("film.mov", Why.TOO_LARGE))
                            .map(file -> file.words().in(language))
                            .collect(Collectors.joining(", ")));
        }
        if (use == TextUse.MERGE) {
            var survivor = new TicketId(desk.id(), 12);
            values.put("survivor", survivor.toString());
            ticket = TicketEvolution.evolve(
                    ticket.id(),
                    Optional.of(ticket),
                    new RecordedEvent(2, AT, by, new TicketEvent.MergedInto(survivor)));
        }
        var events = new ArrayList<RecordedEvent>();
        if (on == Trigger.ENTERED) {
            var inputs = new HashMap<>(ticket.inputs());
            inputs.keySet().retainAll(asked);
            events.add(moved(2, by, ticket, ticket.state(), inputs));
        }
        if (says) {
            events.add(message(
                    3,
                    by,
                    WORDS.in(language),
                    byCustomer
                            ? List.of()
                            : List.of(new Attachment(
                                    "a", fr ? "mode d’emploi.pdf" : "manual.pdf", "application/pdf", 3, ""))));
        }
        add(
                rule.text().orElse("sans-texte") + (staff ? "-agent" : "-client"),
                ticket,
                notice(rule.text(), on, staff, says ? List.of(3L) : List.of(), values),
                events);
    }

    private List<String> asks(Ticket ticket) {
        return desk.types().get(ticket.type()).state(ticket.state()).stream()
                .flatMap(state -> state.asks().stream())
                .map(Ask::input)
                .toList();
    }

    private static RecordedEvent moved(long seq, Actor by, Ticket ticket, String to, Map<String, String> inputs) {
        return new RecordedEvent(seq, AT, by, new StateChanged(ticket.state(), to, false, false, false, inputs));
    }

    private static boolean isStaff(Audience audience) {
        return !(audience instanceof Audience.Creator
                || audience instanceof Audience.Sender
                || audience instanceof Audience.Participants);
    }

    /** What stands in brackets may be empty. */
    private void add(String name, Ticket ticket, Notice notice, List<RecordedEvent> events) {
        var organization = Optional.of("Société Durand & Fils");
        var values = TextTemplates.facts(desk, ticket, language, organization);
        values.putAll(notice.values());
        var words = notice.text()
                .map(text -> desk.texts().get(text).in(language))
                .orElse("")
                .replaceAll("\\[[^\\[\\]]*]", "");
        var unfilled = PLACEHOLDER
                .matcher(words)
                .results()
                .map(found -> found.group(1))
                .filter(key -> values.getOrDefault(key, "").isBlank())
                .distinct()
                .toList();
        var unique = name + "-" + language.code();
        for (var i = 2; taken(unique); i++) {
            unique = name + "-" + i + "-" + language.code();
        }
        samples.add(new Sample(
                unique,
                MailContent.of(desk, ticket, events, notice, organization, Optional.of("https://portail.example")),
                notice.staff(),
                unfilled));
    }

    private boolean taken(String name) {
        return samples.stream().anyMatch(sample -> sample.name().equals(name));
    }

    private Notice notice(
            Optional<String> text, Trigger on, boolean staff, List<Long> messages, Map<String, String> values) {
        return new Notice(
                staff ? new Person(member().address(), member().name()) : CUSTOMER,
                language,
                on,
                List.of("rule"),
                text,
                values,
                List.of(),
                messages,
                staff);
    }

    private Person member() {
        return new Person(
                desk.staff().getFirst().address(), desk.staff().getFirst().name());
    }

    private Person colleague() {
        return new Person(desk.staff().get(1).address(), desk.staff().get(1).name());
    }

    private static RecordedEvent message(long seq, Actor by, String text, List<Attachment> files) {
        return new RecordedEvent(
                seq,
                AT,
                by,
                new MessageAdded(
                        Visibility.PUBLIC,
                        Channel.MAIL,
                        new Body(text, "", Optional.empty(), files),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private RequestType type(Condition in) {
        return in.types().isEmpty()
                ? desk.types().values().stream()
                        .filter(type -> in.states().stream()
                                .allMatch(state -> type.state(state).isPresent()))
                        .findFirst()
                        .orElse(desk.defaultType())
                : desk.types().get(in.types().iterator().next());
    }

    private Ticket ticket(Condition in, Optional<String> text) {
        var type = type(in);
        var state = in.states().stream()
                .findFirst()
                .or(() -> asking(type, text))
                .orElse(type.initial().id());
        var queue = in.queues().isEmpty()
                ? desk.defaultQueue().id()
                : in.queues().iterator().next();
        var fr = language == Language.FR;
        return new Ticket(
                new TicketId(desk.id(), 88),
                2,
                type.id(),
                fr ? "Création d’un utilisateur" : "A user to create",
                state,
                Optional.empty(),
                AT,
                Optional.empty(),
                desk.priorities().normal(),
                Optional.empty(),
                Optional.empty(),
                CUSTOMER,
                Optional.of("durand"),
                desk.defaultContract(),
                language.code(),
                Channel.MAIL,
                queue,
                Optional.empty(),
                Optional.of(member()),
                List.of(),
                filled(type.fields()),
                filled(type.inputs()),
                AT,
                AT,
                AT,
                Optional.of(AT),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                List.of("first@durand.example"),
                Optional.of(
                        fr
                                ? "Depuis ce matin, chaque page met une minute."
                                : "Since this morning each page takes a minute."),
                Set.of());
    }

    /** The first state for which there is given what the text tells of. */
    private Optional<String> asking(RequestType type, Optional<String> text) {
        var words = text.map(name -> desk.texts().get(name).in(language)).orElse("");
        return type.states().values().stream()
                .filter(state -> state.asks().stream().anyMatch(ask -> words.contains("{given." + ask.input() + "}")))
                .map(State::id)
                .findFirst();
    }

    private Map<String, String> filled(Map<String, Input> inputs) {
        var values = new LinkedHashMap<String, String>();
        inputs.forEach((name, input) -> values.put(
                name,
                switch (input.kind()) {
                    case CHOICE, PRIORITY ->
                        input.choices().isEmpty()
                                ? desk.priorities().normal()
                                : input.choices().keySet().stream()
                                        .reduce((_, last) -> last)
                                        .orElseThrow();
                    case INSTANT -> "2026-03-09T19:00:00Z";
                    case DATE -> "2026-04-01";
                    case NUMBER, AMOUNT -> "1250.5";
                    case DAYS -> "5";
                    case OWNER -> member().address();
                    case TEXT -> "Karim Benali";
                    case LONG_TEXT -> language == Language.FR ? "Redémarrer le poste." : "Restart the computer.";
                }));
        return values;
    }

    private static Desk desk(String id) {
        try {
            return DeskFile.read("desk.yaml", Files.readAllBytes(Path.of("../../desks/" + id + "/desk.yaml")))
                    .orThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

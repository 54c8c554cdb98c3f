package guichet.notifier;

import guichet.core.desk.Action;
import guichet.core.desk.Audience;
import guichet.core.desk.Channel;
import guichet.core.desk.Condition;
import guichet.core.desk.Desk;
import guichet.core.desk.Input;
import guichet.core.desk.Language;
import guichet.core.desk.RequestType;
import guichet.core.desk.TextUse;
import guichet.core.desk.Trigger;
import guichet.core.desk.file.DeskFile;
import guichet.core.notice.Notice;
import guichet.core.notice.Texts;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Attachment;
import guichet.core.ticket.Body;
import guichet.core.ticket.Person;
import guichet.core.ticket.Recorded;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketEvent.MessageAdded;
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

/** What each rule of a desk sends, about a ticket of which everything is known, to a customer or an agent. */
final class SampleNotices {
    /** @param unfilled placeholders of its text that nothing fills */
    record Sample(String name, MailContent content, boolean staff, List<String> unfilled) {
    }

    /** A Saturday, on which every desk is closed. */
    private static final Instant AT = Instant.parse("2026-02-28T09:31:00Z");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][a-z0-9.-]*)}");
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
            var said = rule.on() == Trigger.COMMENTED || rule.on() == Trigger.REOPENED || rule.on() == Trigger.CREATED && isForStaff(rule.tell()) || rule.text().isEmpty();
            var asked = rule.on() == Trigger.ENTERED && rule.in().states().stream().anyMatch(state -> type(rule.in()).state(state).map(found -> !found.asks().isEmpty()).orElse(false));
            add(rule.text(), rule.on(), rule.in(), rule.tell(), said || asked, TextUse.of(rule.on()));
        }
        for (var automation : desk.automations()) {
            for (var action : automation.actions()) {
                switch (action) {
                    case Action.Tell tell -> add(Optional.of(tell.text()), Trigger.ENTERED, automation.in(), tell.whom(), false, TextUse.TICKET);
                    case Action.Comment comment -> robot(comment.text(), automation.in());
                    case Action.MoveTo _, Action.MoveToQueue _ -> { }
                }
            }
        }
    }

    /** An automatic comment goes out as one of the desk's answers. */
    private void robot(String text, Condition in) {
        var ticket = ticket(in);
        var says = Texts.render(desk, text, language, Texts.facts(desk, ticket, language)).strip();
        add("automatique-" + text, ticket, notice(Optional.empty(), Trigger.COMMENTED, false, List.of(2L), Map.of()), message(2, Actor.ROBOT, says, List.of()));
    }

    private void add(Optional<String> text, Trigger on, Condition in, List<Audience> tell, boolean withMessage, TextUse use) {
        var staff = isForStaff(tell);
        var ticket = ticket(in);
        var fr = language == Language.FR;
        var values = new HashMap<String, String>();
        values.put("author", staff ? CUSTOMER.name() : member().display());
        if (use == TextUse.SLA) {
            var clock = desk.clocks().getFirst();
            values.put("clock", Texts.label(clock.label(), "", language));
            values.put("due", Texts.date(Instant.parse("2026-03-02T17:00:00Z"), language, desk.hours().zone()));
        }
        if (use == TextUse.ESCALATION) {
            values.put("reason", Texts.label(desk.escalation().reasons().values().iterator().next(), "", language));
            values.put("comment", fr ? "Nos utilisateurs sont bloqués." : "Our users are blocked.");
        }
        if (use == TextUse.UNREACHABLE) {
            values.put("address", CUSTOMER.address());
            values.put("reason", "550 5.1.1 User unknown");
        }
        if (use == TextUse.MERGE) {
            values.put("survivor", desk.id() + "-12");
        }
        var by = staff ? Actor.customer(CUSTOMER.address(), CUSTOMER.name(), "durand") : Actor.agent(member().address(), member().name());
        var says = fr ? "Bonjour,\n\nVoici ce qu’il nous faudrait\u00a0:\n– la version,\n– le journal de 9\u00a0h\u00a030.\n\nMerci\u202f!" : "Hello,\n\nThis is what we would need:\n– the version,\n– the log of 9:30.\n\nThank you!";
        var event = message(2, by, says, withMessage && !staff ? List.of(new Attachment("a", fr ? "mode d’emploi.pdf" : "manual.pdf", "application/pdf", 3, "")) : List.of());
        add(text.orElse("sans-texte") + (staff ? "-agent" : "-client"), ticket, notice(text, on, staff, withMessage ? List.of(2L) : List.of(), values), event);
    }

    private static boolean isForStaff(List<Audience> tell) {
        return tell.stream().noneMatch(audience -> audience instanceof Audience.Creator || audience instanceof Audience.Participants);
    }

    private void add(String name, Ticket ticket, Notice notice, Recorded event) {
        var organization = Optional.of("Société Durand & Fils");
        var values = Texts.facts(desk, ticket, language, organization);
        values.putAll(notice.values());
        var words = notice.text().map(text -> desk.texts().get(text).in(language)).orElse("");
        var unfilled = PLACEHOLDER.matcher(words).results().map(found -> found.group(1)).filter(key -> values.getOrDefault(key, "").isBlank()).distinct().toList();
        var unique = name + "-" + language.code();
        for (var i = 2; taken(unique); i++) {
            unique = name + "-" + i + "-" + language.code();
        }
        samples.add(new Sample(unique, MailContent.of(desk, ticket, List.of(event), notice, organization, Optional.of("https://portail.example")), notice.staff(), unfilled));
    }

    private boolean taken(String name) {
        return samples.stream().anyMatch(sample -> sample.name().equals(name));
    }

    private Notice notice(Optional<String> text, Trigger on, boolean staff, List<Long> messages, Map<String, String> values) {
        return new Notice(staff ? new Person(member().address(), member().name()) : CUSTOMER, language, on, List.of("rule"), text, values, List.of(), messages, staff);
    }

    private Person member() {
        return new Person(desk.staff().getFirst().address(), desk.staff().getFirst().name());
    }

    private static Recorded message(long seq, Actor by, String text, List<Attachment> files) {
        return new Recorded(seq, AT, by, new MessageAdded(Visibility.PUBLIC, Channel.MAIL, new Body(text, "", Optional.empty(), files), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private RequestType type(Condition in) {
        return in.types().isEmpty() ? desk.types().values().stream().filter(type -> in.states().stream().allMatch(state -> type.state(state).isPresent())).findFirst().orElse(desk.defaultType())
                : desk.types().get(in.types().iterator().next());
    }

    private Ticket ticket(Condition in) {
        var type = type(in);
        var state = in.states().isEmpty() ? type.initial().id() : in.states().iterator().next();
        var queue = in.queues().isEmpty() ? desk.defaultQueue().id() : in.queues().iterator().next();
        var fr = language == Language.FR;
        return new Ticket(new TicketId(desk.id(), 88), 2, type.id(), fr ? "Création d’un utilisateur" : "A user to create", state, Optional.empty(), AT, Optional.empty(), desk.priorities().normal(),
                Optional.empty(), Optional.empty(), CUSTOMER, Optional.of("durand"), desk.defaultContract(), language.code(), Channel.MAIL, queue, Optional.empty(), Optional.of(member()),
                List.of(), filled(type.fields()), filled(type.inputs()), AT, AT, AT, Optional.of(AT), Optional.empty(), Map.of(), Map.of(), Optional.empty(), Optional.empty(),
                List.of("first@durand.example"), Optional.of(fr ? "Depuis ce matin, chaque page met une minute." : "Since this morning each page takes a minute."), Set.of());
    }

    private Map<String, String> filled(Map<String, Input> inputs) {
        var values = new LinkedHashMap<String, String>();
        inputs.forEach((name, input) -> values.put(name, switch (input.kind()) {
            case CHOICE, PRIORITY -> input.choices().isEmpty() ? desk.priorities().normal() : input.choices().keySet().stream().reduce((_, last) -> last).orElseThrow();
            case INSTANT -> "2026-03-09T19:00:00Z";
            case DATE -> "2026-04-01";
            case NUMBER -> "1250.5";
            case DAYS -> "5";
            case OWNER -> member().address();
            case TEXT, LONG_TEXT -> "Karim Benali";
        }));
        return values;
    }

    private static Desk desk(String id) {
        try {
            return DeskFile.read("desk.yaml", Files.readAllBytes(Path.of("../../desks/" + id + "/desk.yaml"))).orThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

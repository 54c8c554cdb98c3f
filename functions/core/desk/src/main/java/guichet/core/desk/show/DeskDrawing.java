package guichet.core.desk.show;

import guichet.core.desk.Channel;
import guichet.core.desk.ClockRule;
import guichet.core.desk.Desk;
import guichet.core.desk.Input;
import guichet.core.desk.Language;
import guichet.core.desk.RequestType;
import guichet.core.desk.Role;
import guichet.core.hours.Durations;
import guichet.core.hours.OpeningHours;
import guichet.core.hours.WeeklyHours;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A desk as Markdown: its workflows as Mermaid diagrams, then clocks, timers, who is told what, contracts and hours.
 * The same desk gives the same text.
 */
public final class DeskDrawing {
    private final Desk desk;
    private final Language language;
    private final RuleSentences say;
    private final Markdown page = new Markdown();

    private DeskDrawing(Desk desk, Language language) {
        this.desk = desk;
        this.language = language;
        this.say = new RuleSentences(desk, language);
    }

    /** @param language of headings and labels */
    public static String markdown(Desk desk, Language language) {
        var drawing = new DeskDrawing(desk, language);
        drawing.title();
        desk.types().values().forEach(drawing::type);
        drawing.clocks();
        drawing.timers();
        drawing.reactions();
        drawing.notices();
        drawing.contracts();
        drawing.hours();
        drawing.queues();
        new OfficeDrawing(desk, drawing.say, drawing.page).draw();
        return drawing.page.toString();
    }

    private void title() {
        page.heading(1, desk.name().in(language));
        page.paragraph(
                Stream.concat(desk.addresses().stream(), desk.phone().stream()).collect(Collectors.joining(" · ")));
        page.table(
                List.of(say.say("Rôle", "Role"), say.say("Qui", "Who")),
                Stream.of(Role.AGENT, Role.LEAD)
                        .map(role -> List.of(
                                say.role(role),
                                desk.staff().stream()
                                        .filter(member -> member.role() == role)
                                        .map(member -> member.name())
                                        .collect(Collectors.joining(", "))))
                        .toList());
    }

    private void type(RequestType type) {
        page.heading(2, type.label().in(language));
        if (!type.purpose().in(language).isEmpty()) {
            page.paragraph(type.purpose().in(language));
        }
        page.code("mermaid", StateDiagram.of(desk, type, say));
        page.table(
                List.of(say.say("Demandé à l'entrée de l'état", "Asked for on entering"), say.say("Quoi", "What")),
                type.states().values().stream()
                        .filter(state -> !state.asks().isEmpty())
                        .map(state -> List.of(
                                state.label().in(language),
                                state.asks().stream()
                                        .map(ask -> asked(type, ask.input())
                                                + (ask.required() ? "" : say.say(" (facultatif)", " (optional)")))
                                        .collect(Collectors.joining(", "))))
                        .toList());
        page.table(
                List.of(
                        say.say("Champ du formulaire", "Field of the form"),
                        say.say("Obligatoire", "Required"),
                        say.say("Choix", "Choices")),
                type.fields().values().stream()
                        .map(field -> List.of(
                                field.label().in(language) + condition(type, field),
                                required(field),
                                labels(field.choices().values().stream()
                                        .map(words -> words.in(language))
                                        .toList())))
                        .toList());
    }

    private String asked(RequestType type, String input) {
        return type.inputs().containsKey(input)
                ? type.inputs().get(input).label().in(language)
                : say.say("commentaire", "comment");
    }

    private String condition(RequestType type, Input field) {
        return field.when()
                .map(when -> " (" + type.fields().get(when.field()).label().in(language) + " = "
                        + type.fields()
                                .get(when.field())
                                .choices()
                                .get(when.value())
                                .in(language) + ")")
                .orElse("");
    }

    private String required(Input field) {
        return switch (field.required()) {
            case NO -> "";
            case CREATION -> say.say("à la création", "at creation");
            case CHARGE -> say.say("avant la prise en charge", "before it is taken in charge");
        };
    }

    private void clocks() {
        if (desk.clocks().isEmpty()) {
            return;
        }
        page.heading(2, say.say("Délais", "Clocks"));
        page.table(
                List.of(
                        say.say("Délai", "Clock"),
                        say.say("De", "From"),
                        say.say("Jusqu'au premier de", "To the first of"),
                        say.say("En pause dans", "Paused in"),
                        say.say("Calendrier", "Calendar"),
                        say.say("Cible", "Target"),
                        say.say("Alerte à", "Warns at")),
                desk.clocks().stream()
                        .map(clock -> List.of(
                                name(clock),
                                say.state(clock.from()),
                                states(clock.stops()),
                                states(clock.pausedIn()),
                                calendar(clock.calendar()),
                                targets(clock),
                                clock.warnAt().map(share -> share + " %").orElse("")))
                        .toList());
    }

    private String name(ClockRule clock) {
        return clock.label().in(language)
                + (clock.types().isEmpty()
                        ? ""
                        : " ("
                                + labels(clock.types().stream()
                                        .sorted()
                                        .map(say::type)
                                        .toList()) + ")");
    }

    private String states(Collection<String> states) {
        return labels(states.stream().map(say::state).toList());
    }

    private String targets(ClockRule clock) {
        return clock.targets().entrySet().stream()
                .map(target -> desk.priorities().levels().get(target.getKey()).in(language) + " "
                        + Durations.format(target.getValue()))
                .collect(Collectors.joining(", "));
    }

    private String calendar(String name) {
        return switch (name) {
            case Desk.HOURS -> say.say("heures d'ouverture", "opening hours");
            case Desk.ALWAYS -> "24/7";
            case ClockRule.BY_CONTRACT -> say.say("selon le contrat", "as the contract says");
            default -> name;
        };
    }

    private void timers() {
        var rows = new ArrayList<List<String>>();
        desk.automations()
                .forEach(rule -> rows.add(List.of(
                        rule.name(), say.where(rule.in()), say.timer(rule.timer()), say.actions(rule.actions()))));
        desk.queues()
                .values()
                .forEach(queue -> queue.emptiesAfter()
                        .ifPresent(wait -> rows.add(List.of(
                                "",
                                queue.label().in(language),
                                say.emptying(wait),
                                say.say("détruit le ticket", "destroys the ticket")))));
        desk.office()
                .heldMail()
                .ifPresent(held -> rows.add(List.of(
                        "",
                        say.say("mail retenu", "held mail"),
                        say.say("sans décision depuis ", "undecided for ") + say.wait(held.alarmAfter()),
                        say.say("alarme", "alarm"))));
        desk.followUps()
                .within()
                .ifPresent(wait -> rows.add(List.of(
                        "",
                        say.say("demandes closes", "closed requests"),
                        say.say("closes depuis ", "closed for ") + say.wait(wait),
                        say.say(
                                "un message ouvre une nouvelle demande, ou est refusé",
                                "a message opens a new request, or is refused"))));
        if (!rows.isEmpty()) {
            page.heading(2, say.say("Échéances", "Timers"));
            page.table(
                    List.of(
                            say.say("Règle", "Rule"),
                            say.say("Où", "Where"),
                            say.say("Quand", "When"),
                            say.say("L'automate", "The robot")),
                    rows);
        }
    }

    private void reactions() {
        if (!desk.reactions().isEmpty()) {
            page.heading(2, say.say("Réactions", "Reactions"));
            page.table(
                    List.of(
                            say.say("Règle", "Rule"),
                            say.say("Quand", "When"),
                            say.say("Par", "By"),
                            say.say("Où", "Where"),
                            say.say("L'automate", "The robot")),
                    desk.reactions().stream()
                            .map(rule -> List.of(
                                    rule.name(),
                                    say.on(rule.on()),
                                    say.by(rule.by()),
                                    say.where(rule.in()),
                                    say.actions(rule.actions())))
                            .toList());
        }
    }

    private void notices() {
        if (!desk.notices().isEmpty()) {
            page.heading(2, say.say("Qui est prévenu", "Who is told what"));
            page.table(
                    List.of(
                            say.say("Quand", "When"),
                            say.say("Par", "By"),
                            say.say("Où", "Where"),
                            say.say("Qui est prévenu", "Who is told"),
                            say.say("Texte", "Text"),
                            say.say("Règle", "Rule")),
                    desk.notices().stream()
                            .map(rule -> List.of(
                                    labels(Stream.of(
                                                    say.on(rule.on()),
                                                    say.during(rule.during()),
                                                    exceptions(rule.unlessFrom()))
                                            .toList()),
                                    say.by(rule.by()),
                                    say.where(rule.in()),
                                    say.audiences(rule.tell()),
                                    rule.text().orElse(say.say("le message", "the message")),
                                    rule.name()))
                            .toList());
        }
    }

    private String exceptions(Collection<Channel> channels) {
        return channels.isEmpty()
                ? ""
                : say.say("sauf depuis ", "unless from ")
                        + channels.stream().sorted().map(say::channel).collect(Collectors.joining(", "));
    }

    private void contracts() {
        page.heading(2, say.say("Contrats", "Contracts"));
        page.table(
                List.of(say.say("Contrat", "Contract"), say.say("Calendrier", "Calendar")),
                desk.contracts().values().stream()
                        .map(contract -> List.of(contract.label().in(language), calendar(contract.calendar())))
                        .toList());
    }

    private void hours() {
        page.heading(2, say.say("Horaires", "Hours"));
        page.table(
                List.of(
                        say.say("Calendrier", "Calendar"),
                        say.say("Ouvert", "Open"),
                        say.say("Fermé", "Closed"),
                        say.say("Fuseau", "Zone")),
                desk.calendars().entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(Desk.ALWAYS))
                        .map(entry -> List.of(
                                calendar(entry.getKey()),
                                week(entry.getValue()),
                                entry.getValue().closed().rules().stream()
                                        .map(say::closing)
                                        .collect(Collectors.joining(", ")),
                                entry.getValue().zone().getId()))
                        .toList());
    }

    private String week(OpeningHours hours) {
        if (hours.week().equals(WeeklyHours.ALWAYS)) {
            return "24/7";
        }
        var locale = language == Language.FR ? Locale.FRENCH : Locale.ENGLISH;
        return Stream.of(DayOfWeek.values())
                .filter(day -> !hours.week().on(day).isEmpty())
                .map(day -> day.getDisplayName(TextStyle.SHORT, locale) + " "
                        + hours.week().on(day).stream().map(String::valueOf).collect(Collectors.joining(", ")))
                .collect(Collectors.joining(" ; "));
    }

    private void queues() {
        if (desk.queues().size() > 1) {
            page.heading(2, say.say("Files", "Queues"));
            page.table(
                    List.of(
                            say.say("File", "Queue"),
                            say.say("Objet", "Purpose"),
                            say.say("Traitée par", "Worked by"),
                            say.say("Validité", "Validity")),
                    desk.queues().values().stream()
                            .map(queue -> List.of(
                                    queue.label().in(language),
                                    queue.purpose().in(language)
                                            + queue.forwardsTo()
                                                    .map(address -> " → " + address)
                                                    .orElse(""),
                                    labels(queue.workedBy()),
                                    queue.valid() ? say.say("active", "active") : say.say("obsolète", "obsolete")))
                            .toList());
        }
        if (!desk.filings().isEmpty()) {
            page.table(
                    List.of(say.say("Classement du mail", "How mail files itself"), say.say("File", "Queue")),
                    desk.filings().stream()
                            .map(rule -> List.of(
                                    rule.name(), rule.queue().map(say::queue).orElse("")))
                            .toList());
        }
    }

    private static String labels(List<String> labels) {
        return labels.stream().filter(label -> !label.isEmpty()).collect(Collectors.joining(", "));
    }
}

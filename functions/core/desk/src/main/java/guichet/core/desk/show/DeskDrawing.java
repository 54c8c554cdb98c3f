package guichet.core.desk.show;

import guichet.core.desk.Channel;
import guichet.core.desk.ClockRule;
import guichet.core.desk.Desk;
import guichet.core.desk.Input;
import guichet.core.desk.Language;
import guichet.core.desk.RequestType;
import guichet.core.desk.Role;
import guichet.core.desk.State;
import guichet.core.hours.Durations;
import guichet.core.hours.OpeningHours;
import guichet.core.hours.WeeklyHours;
import guichet.core.text.MailAddress;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
        page.paragraph(Stream.concat(desk.addresses().stream().map(MailAddress::shown), desk.phone().stream())
                .collect(Collectors.joining(" · ")));
        page.table(
                List.of(say.say(DrawingWords.COLUMN_ROLE), say.say(DrawingWords.COLUMN_WHO)),
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
                List.of(say.say(DrawingWords.COLUMN_ASKED), say.say(DrawingWords.COLUMN_WHAT)),
                type.states().values().stream()
                        .filter(state -> !state.asks().isEmpty())
                        .map(state -> List.of(
                                state.label().in(language),
                                state.asks().stream()
                                        .map(ask -> asked(type, ask))
                                        .collect(Collectors.joining(", "))))
                        .toList());
        page.table(
                List.of(
                        say.say(DrawingWords.COLUMN_FIELD),
                        say.say(DrawingWords.COLUMN_REQUIRED),
                        say.say(DrawingWords.COLUMN_CHOICES)),
                type.fields().values().stream()
                        .map(field -> List.of(
                                field.label().in(language) + condition(type, field),
                                required(field),
                                labels(field.choices().values().stream()
                                        .map(words -> words.in(language))
                                        .toList())))
                        .toList());
    }

    private String asked(RequestType type, State.Ask ask) {
        var label = type.inputs().containsKey(ask.input())
                ? type.inputs().get(ask.input()).label().in(language)
                : say.say(DrawingWords.ASKED_COMMENT);
        return ask.required() ? label : say.say(DrawingWords.ASKED_OPTIONAL.with(label));
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
            case CREATION -> say.say(DrawingWords.REQUIRED_CREATION);
            case CHARGE -> say.say(DrawingWords.REQUIRED_CHARGE);
        };
    }

    private void clocks() {
        if (desk.clocks().isEmpty()) {
            return;
        }
        page.heading(2, say.say(DrawingWords.CLOCKS));
        page.table(
                List.of(
                        say.say(DrawingWords.COLUMN_CLOCK),
                        say.say(DrawingWords.COLUMN_FROM),
                        say.say(DrawingWords.COLUMN_TO_FIRST_OF),
                        say.say(DrawingWords.COLUMN_PAUSED_IN),
                        say.say(DrawingWords.COLUMN_CALENDAR),
                        say.say(DrawingWords.COLUMN_TARGET),
                        say.say(DrawingWords.COLUMN_WARNS_AT)),
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
            case Desk.HOURS -> say.say(DrawingWords.CALENDAR_HOURS);
            case Desk.ALWAYS -> "24/7";
            case ClockRule.BY_CONTRACT -> say.say(DrawingWords.CALENDAR_BY_CONTRACT);
            default -> name;
        };
    }

    private void timers() {
        var rows = new ArrayList<List<String>>();
        desk.automations()
                .forEach(rule -> rows.add(
                        List.of(rule.name(), say.where(rule.in()), say.timer(rule), say.actions(rule.actions()))));
        desk.queues()
                .values()
                .forEach(queue -> queue.emptiesAfter()
                        .ifPresent(wait -> rows.add(List.of(
                                "",
                                queue.label().in(language),
                                say.emptying(wait),
                                say.say(DrawingWords.TIMERS_DESTROYS)))));
        desk.office()
                .heldMail()
                .ifPresent(held -> rows.add(List.of(
                        "",
                        say.say(DrawingWords.TIMERS_HELD_MAIL),
                        say.say(DrawingWords.TIMERS_UNDECIDED.with(say.wait(held.alarmAfter()))),
                        say.say(DrawingWords.TIMERS_ALARM))));
        desk.followUps()
                .within()
                .ifPresent(wait -> rows.add(List.of(
                        "",
                        say.say(DrawingWords.TIMERS_CLOSED_REQUESTS),
                        say.say(DrawingWords.TIMERS_CLOSED_FOR.with(say.wait(wait))),
                        say.say(DrawingWords.TIMERS_FOLLOW_UP))));
        if (!rows.isEmpty()) {
            page.heading(2, say.say(DrawingWords.TIMERS));
            page.table(
                    List.of(
                            say.say(DrawingWords.COLUMN_RULE),
                            say.say(DrawingWords.COLUMN_WHERE),
                            say.say(DrawingWords.COLUMN_WHEN),
                            say.say(DrawingWords.COLUMN_ROBOT)),
                    rows);
        }
    }

    private void reactions() {
        if (!desk.reactions().isEmpty()) {
            page.heading(2, say.say(DrawingWords.REACTIONS));
            page.table(
                    List.of(
                            say.say(DrawingWords.COLUMN_RULE),
                            say.say(DrawingWords.COLUMN_WHEN),
                            say.say(DrawingWords.COLUMN_BY),
                            say.say(DrawingWords.COLUMN_WHERE),
                            say.say(DrawingWords.COLUMN_ROBOT)),
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
            page.heading(2, say.say(DrawingWords.NOTICES));
            page.table(
                    List.of(
                            say.say(DrawingWords.COLUMN_WHEN),
                            say.say(DrawingWords.COLUMN_BY),
                            say.say(DrawingWords.COLUMN_WHERE),
                            say.say(DrawingWords.COLUMN_TOLD),
                            say.say(DrawingWords.COLUMN_TEXT),
                            say.say(DrawingWords.COLUMN_RULE)),
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
                                    rule.text().orElse(say.say(DrawingWords.NOTICES_MESSAGE)),
                                    rule.name()))
                            .toList());
        }
    }

    private String exceptions(Collection<Channel> channels) {
        return channels.isEmpty()
                ? ""
                : say.say(DrawingWords.NOTICES_UNLESS_FROM.with(
                        channels.stream().sorted().map(say::channel).collect(Collectors.joining(", "))));
    }

    private void contracts() {
        page.heading(2, say.say(DrawingWords.CONTRACTS));
        page.table(
                List.of(say.say(DrawingWords.COLUMN_CONTRACT), say.say(DrawingWords.COLUMN_CALENDAR)),
                desk.contracts().values().stream()
                        .map(contract -> List.of(contract.label().in(language), calendar(contract.calendar())))
                        .toList());
    }

    private void hours() {
        page.heading(2, say.say(DrawingWords.HOURS));
        page.table(
                List.of(
                        say.say(DrawingWords.COLUMN_CALENDAR),
                        say.say(DrawingWords.COLUMN_OPEN),
                        say.say(DrawingWords.COLUMN_CLOSED),
                        say.say(DrawingWords.COLUMN_ZONE)),
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
        var locale = language.locale();
        return Stream.of(DayOfWeek.values())
                .filter(day -> !hours.week().on(day).isEmpty())
                .map(day -> day.getDisplayName(TextStyle.SHORT, locale) + " "
                        + hours.week().on(day).stream().map(String::valueOf).collect(Collectors.joining(", ")))
                .collect(Collectors.joining(" ; "));
    }

    private void queues() {
        if (desk.queues().size() > 1) {
            page.heading(2, say.say(DrawingWords.QUEUES));
            page.table(
                    List.of(
                            say.say(DrawingWords.COLUMN_QUEUE),
                            say.say(DrawingWords.COLUMN_PURPOSE),
                            say.say(DrawingWords.COLUMN_WORKED_BY),
                            say.say(DrawingWords.COLUMN_VALIDITY)),
                    desk.queues().values().stream()
                            .map(queue -> List.of(
                                    queue.label().in(language),
                                    queue.purpose().in(language)
                                            + queue.forwardsTo()
                                                    .map(address -> " → " + MailAddress.shown(address))
                                                    .orElse(""),
                                    labels(queue.workedBy()),
                                    queue.valid()
                                            ? say.say(DrawingWords.QUEUE_VALID)
                                            : say.say(DrawingWords.QUEUE_OBSOLETE)))
                            .toList());
        }
        if (!desk.filings().isEmpty()) {
            page.table(
                    List.of(say.say(DrawingWords.COLUMN_FILING), say.say(DrawingWords.COLUMN_QUEUE)),
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

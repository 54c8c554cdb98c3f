package guichet.core.desk.show;

import guichet.core.desk.Action;
import guichet.core.desk.Audience;
import guichet.core.desk.Automation;
import guichet.core.desk.Channel;
import guichet.core.desk.Condition;
import guichet.core.desk.Desk;
import guichet.core.desk.Language;
import guichet.core.desk.LocalizedText;
import guichet.core.desk.NoticeRule.During;
import guichet.core.desk.Queue;
import guichet.core.desk.RequestType;
import guichet.core.desk.Role;
import guichet.core.desk.Timer;
import guichet.core.desk.Trigger;
import guichet.core.hours.ClosedDays;
import guichet.core.hours.Delay;
import guichet.core.hours.Durations;
import guichet.core.hours.PublicHolidays;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What rules mean, in words of one language. */
record RuleSentences(Desk desk, Language language) {

    String say(LocalizedText words) {
        return words.in(language);
    }

    String role(Role role) {
        return switch (role) {
            case CUSTOMER -> say(SentenceWords.ROLE_CUSTOMER);
            case AGENT -> say(SentenceWords.ROLE_AGENT);
            case LEAD -> say(SentenceWords.ROLE_LEAD);
            case ROBOT -> say(SentenceWords.ROLE_ROBOT);
        };
    }

    String channel(Channel channel) {
        return switch (channel) {
            case MAIL -> say(SentenceWords.CHANNEL_MAIL);
            case PORTAL -> say(SentenceWords.CHANNEL_PORTAL);
            case PHONE -> say(SentenceWords.CHANNEL_PHONE);
            case ROBOT -> say(SentenceWords.CHANNEL_ROBOT);
        };
    }

    String by(Collection<Role> roles) {
        return roles.isEmpty()
                ? say(SentenceWords.BY_ANYONE)
                : roles.stream()
                        .filter(role -> role != Role.LEAD || !roles.contains(Role.AGENT))
                        .sorted()
                        .map(this::role)
                        .collect(Collectors.joining(", "));
    }

    String audience(Audience audience) {
        return switch (audience) {
            case Audience.Creator _ -> say(SentenceWords.AUDIENCE_CREATOR);
            case Audience.Sender _ -> say(SentenceWords.AUDIENCE_SENDER);
            case Audience.Participants _ -> say(SentenceWords.AUDIENCE_PARTICIPANTS);
            case Audience.Owner _ -> say(SentenceWords.AUDIENCE_OWNER);
            case Audience.Agents _ -> say(SentenceWords.AUDIENCE_AGENTS);
            case Audience.Leads _ -> say(SentenceWords.AUDIENCE_LEADS);
            case Audience.Dispatcher _ -> say(SentenceWords.AUDIENCE_DISPATCHER);
            case Audience.Group(var name) ->
                name + " (" + String.join(", ", desk.groups().getOrDefault(name, List.of())) + ")";
        };
    }

    String audiences(List<Audience> audiences) {
        return audiences.stream().map(this::audience).collect(Collectors.joining(", "));
    }

    String on(Trigger trigger) {
        return switch (trigger) {
            case CREATED -> say(SentenceWords.ON_CREATED);
            case ENTERED -> say(SentenceWords.ON_ENTERED);
            case COMMENTED -> say(SentenceWords.ON_COMMENTED);
            case REOPENED -> say(SentenceWords.ON_REOPENED);
            case ESCALATED -> say(SentenceWords.ON_ESCALATED);
            case ASSIGNED -> say(SentenceWords.ON_ASSIGNED);
            case QUEUED -> say(SentenceWords.ON_QUEUED);
            case SLA_WARNING -> say(SentenceWords.ON_SLA_WARNING);
            case SLA_BREACH -> say(SentenceWords.ON_SLA_BREACH);
            case MERGED -> say(SentenceWords.ON_MERGED);
            case JOINED -> say(SentenceWords.ON_JOINED);
            case UNREACHABLE -> say(SentenceWords.ON_UNREACHABLE);
            case MASKED -> say(SentenceWords.ON_MASKED);
            case REFUSED -> say(SentenceWords.ON_REFUSED);
            case REFUSED_FILES -> say(SentenceWords.ON_REFUSED_FILES);
        };
    }

    String during(During during) {
        return switch (during) {
            case ALWAYS -> "";
            case OPEN -> say(SentenceWords.DURING_OPEN);
            case CLOSED -> say(SentenceWords.DURING_CLOSED);
        };
    }

    String wait(Delay wait) {
        return switch (wait) {
            case Delay.Calendar(var days, var time)
            when time.isZero() -> days == 0 ? say(SentenceWords.WAIT_AT_ONCE) : say(SentenceWords.WAIT_DAYS.with(days));
            case Delay.Calendar(var days, var time) ->
                days == 0
                        ? Durations.format(time)
                        : say(SentenceWords.WAIT_DAYS_AND_TIME.with(days, Durations.format(time)));
            case Delay.BusinessDays(var days) -> say(SentenceWords.WAIT_BUSINESS_DAYS.with(days));
            case Delay.BusinessTime(var time) -> say(SentenceWords.WAIT_BUSINESS_TIME.with(Durations.format(time)));
        };
    }

    String closing(ClosedDays closing) {
        return switch (closing) {
            case ClosedDays.Yearly(var from, var to) ->
                say(SentenceWords.CLOSING_YEARLY.with(
                        span(from.toString().substring(2), to.toString().substring(2))));
            case ClosedDays.Dated(var from, var to) -> span(from.toString(), to.toString());
            case PublicHolidays(var country, var region) ->
                say(SentenceWords.CLOSING_HOLIDAYS.with(
                        country + region.map(code -> " " + code).orElse("")));
        };
    }

    private static String span(String from, String to) {
        return from.equals(to) ? from : from + " – " + to;
    }

    String emptying(Delay wait) {
        return wait.equals(new Delay.Calendar(0, Duration.ZERO))
                ? wait(wait)
                : say(SentenceWords.TIMER_IN_QUEUE.with(wait(wait)));
    }

    private String waits(List<? extends Delay> waits) {
        return waits.stream().map(this::wait).collect(Collectors.joining(", "));
    }

    String timer(Automation rule) {
        return rule.repeats() ? say(SentenceWords.TIMER_REPEATED.with(once(rule.timer()))) : once(rule.timer());
    }

    private String once(Timer timer) {
        return switch (timer) {
            case Timer.UntouchedFor(var waits) -> say(SentenceWords.TIMER_UNTOUCHED.with(waits(waits)));
            case Timer.InStateFor(var waits) -> say(SentenceWords.TIMER_IN_STATE.with(waits(waits)));
            case Timer.UnansweredFor(var waits) -> say(SentenceWords.TIMER_UNANSWERED.with(waits(waits)));
            case Timer.At(var input, var before) ->
                before.isEmpty()
                        ? say(SentenceWords.TIMER_DUE.with(input(input)))
                        : say(SentenceWords.TIMER_BEFORE_DUE.with(waits(before), input(input)));
        };
    }

    private String input(String name) {
        return desk.types().values().stream()
                .map(type -> type.inputs().get(name))
                .filter(Objects::nonNull)
                .findFirst()
                .map(input -> input.label().in(language))
                .orElse(name);
    }

    String action(Action action) {
        return switch (action) {
            case Action.MoveTo(var state) -> say(SentenceWords.ACTION_MOVE_TO.with(state(state)));
            case Action.Comment(var text) -> say(SentenceWords.ACTION_COMMENT.with(text));
            case Action.Tell(var whom, var text) -> say(SentenceWords.ACTION_TELL.with(audiences(whom), text));
            case Action.MoveToQueue(var queue) -> say(SentenceWords.ACTION_MOVE_TO_QUEUE.with(queue(queue)));
        };
    }

    String actions(List<Action> actions) {
        return actions.stream().map(this::action).collect(Collectors.joining(" ; "));
    }

    String where(Condition where) {
        var parts = new ArrayList<String>();
        join(where.types(), this::type, parts);
        join(where.states(), this::state, parts);
        join(where.queues(), this::queue, parts);
        return String.join(" ; ", parts);
    }

    private static void join(Collection<String> names, UnaryOperator<String> label, List<String> parts) {
        if (!names.isEmpty()) {
            parts.add(names.stream().sorted().map(label).collect(Collectors.joining(", ")));
        }
    }

    /** The label of a state, whatever the request type. */
    String state(String id) {
        var labels = new LinkedHashSet<String>();
        desk.types()
                .values()
                .forEach(type -> type.state(id)
                        .ifPresent(state -> labels.add(state.label().in(language))));
        return labels.isEmpty() ? id : String.join(" / ", labels);
    }

    String type(String id) {
        return Optional.ofNullable(desk.types().get(id))
                .map(RequestType::label)
                .map(label -> label.in(language))
                .orElse(id);
    }

    String queue(String id) {
        return Optional.ofNullable(desk.queues().get(id))
                .map(Queue::label)
                .map(label -> label.in(language))
                .orElse(id);
    }
}

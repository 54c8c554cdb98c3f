package guichet.core.desk.show;

import guichet.core.desk.Action;
import guichet.core.desk.Audience;
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

    String say(String fr, String en) {
        return new LocalizedText(fr, en).in(language);
    }

    String role(Role role) {
        return switch (role) {
            case CUSTOMER -> say("clients", "customers");
            case AGENT -> say("agents", "agents");
            case LEAD -> say("responsables", "leads");
            case ROBOT -> say("automate", "robot");
        };
    }

    String channel(Channel channel) {
        return switch (channel) {
            case MAIL -> say("le mail", "mail");
            case PORTAL -> say("le portail", "the portal");
            case PHONE -> say("le téléphone", "the phone");
            case ROBOT -> say("l'automate", "the robot");
        };
    }

    String by(Collection<Role> roles) {
        return roles.isEmpty()
                ? say("tous", "anyone")
                : roles.stream()
                        .filter(role -> role != Role.LEAD || !roles.contains(Role.AGENT))
                        .sorted()
                        .map(this::role)
                        .collect(Collectors.joining(", "));
    }

    String audience(Audience audience) {
        return switch (audience) {
            case Audience.Creator _ -> say("le demandeur", "the requester");
            case Audience.Sender _ -> say("l'expéditeur", "the sender");
            case Audience.Participants _ -> say("les personnes en copie", "people in copy");
            case Audience.Owner _ -> say("le propriétaire, à défaut les agents", "the owner, else the agents");
            case Audience.Agents _ -> say("les agents", "the agents");
            case Audience.Leads _ -> say("les responsables", "the leads");
            case Audience.Dispatcher _ -> say("le dispatcher", "the dispatcher");
            case Audience.Group(var name) ->
                name + " (" + String.join(", ", desk.groups().getOrDefault(name, List.of())) + ")";
        };
    }

    String audiences(List<Audience> audiences) {
        return audiences.stream().map(this::audience).collect(Collectors.joining(", "));
    }

    String on(Trigger trigger) {
        return switch (trigger) {
            case CREATED -> say("création", "creation");
            case ENTERED -> say("entrée dans l'état", "state entered");
            case COMMENTED -> say("message public", "public message");
            case REOPENED -> say("réouverture", "reopening");
            case ESCALATED -> say("escalade", "escalation");
            case ASSIGNED -> say("attribution", "assignment");
            case QUEUED -> say("changement de file", "queue changed");
            case SLA_WARNING -> say("délai bientôt dépassé", "clock about to run out");
            case SLA_BREACH -> say("délai dépassé", "clock ran out");
            case MERGED -> say("fusion dans une autre demande", "merged into another request");
            case JOINED -> say("arrivée d'une autre demande par fusion", "joined by another request");
            case UNREACHABLE -> say("adresse injoignable", "address unreachable");
            case MASKED -> say("secret masqué", "secret masked");
            case REFUSED_FILES -> say("fichiers refusés", "files refused");
        };
    }

    String during(During during) {
        return switch (during) {
            case ALWAYS -> "";
            case OPEN -> say("pendant l'ouverture", "while open");
            case CLOSED -> say("hors ouverture", "while closed");
        };
    }

    String wait(Delay wait) {
        return switch (wait) {
            case Delay.Calendar(var days, var time)
            when time.isZero() -> days == 0 ? say("aussitôt", "at once") : days + say(" j", "d");
            case Delay.Calendar(var days, var time) ->
                (days == 0 ? "" : days + say(" j ", "d ")) + Durations.format(time);
            case Delay.BusinessDays(var days) -> days + say(" j ouvrés", " business days");
            case Delay.BusinessTime(var time) -> Durations.format(time) + say(" ouvrées", " of business time");
        };
    }

    String closing(ClosedDays closing) {
        return switch (closing) {
            case ClosedDays.Yearly(var from, var to) ->
                span(from.toString().substring(2), to.toString().substring(2)) + say(" chaque année", " every year");
            case ClosedDays.Dated(var from, var to) -> span(from.toString(), to.toString());
            case PublicHolidays(var country, var region) ->
                say("jours fériés ", "public holidays ")
                        + country
                        + region.map(code -> " " + code).orElse("");
        };
    }

    private static String span(String from, String to) {
        return from.equals(to) ? from : from + " – " + to;
    }

    String emptying(Delay wait) {
        return wait.equals(new Delay.Calendar(0, Duration.ZERO))
                ? wait(wait)
                : say("dans la file depuis ", "in the queue for ") + wait(wait);
    }

    private String waits(List<Delay> waits) {
        return waits.stream().map(this::wait).collect(Collectors.joining(", "));
    }

    String timer(Timer timer) {
        return switch (timer) {
            case Timer.UntouchedFor(var waits) -> say("sans activité depuis ", "untouched for ") + waits(waits);
            case Timer.InStateFor(var waits) -> say("dans l'état depuis ", "in the state for ") + waits(waits);
            case Timer.UnansweredFor(var waits) -> say("sans réponse depuis ", "unanswered for ") + waits(waits);
            case Timer.At(var input, var before) ->
                (before.isEmpty() ? say("à l'échéance ", "when due: ") : waits(before) + say(" avant : ", " before: "))
                        + input(input);
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
            case Action.MoveTo(var state) -> say("passe à ", "moves to ") + state(state);
            case Action.Comment(var text) -> say("commente : ", "comments: ") + text;
            case Action.Tell(var whom, var text) -> say("prévient ", "tells ") + audiences(whom) + " : " + text;
            case Action.MoveToQueue(var queue) -> say("change de file : ", "moves to queue ") + queue(queue);
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

package guichet.core.desk.file;

import guichet.core.desk.Action;
import guichet.core.desk.Audience;
import guichet.core.desk.Channel;
import guichet.core.desk.Desk;
import guichet.core.desk.FollowUps.Effect;
import guichet.core.desk.Input;
import guichet.core.desk.NoticeRule;
import guichet.core.desk.NoticeRule.During;
import guichet.core.desk.Queue;
import guichet.core.desk.RequestType;
import guichet.core.desk.Role;
import guichet.core.desk.State;
import guichet.core.desk.Trigger;
import guichet.core.hours.WeeklyHours;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Notices that nothing that can happen at their desk sets off. */
final class NoticeChecks {
    /** By which a ticket may be opened. */
    static final List<String> WAYS_IN = Stream.of(Channel.MAIL, Channel.PORTAL, Channel.PHONE)
            .map(Channel::written)
            .toList();

    private static final Set<Role> PERSONS = Set.of(Role.CUSTOMER, Role.AGENT, Role.LEAD);
    private static final Set<Role> STAFF = Set.of(Role.AGENT, Role.LEAD);

    private final Desk desk;
    private final Entries entries;

    private NoticeChecks(Desk desk) {
        this.desk = desk;
        this.entries = new Entries(desk);
    }

    static void check(Desk desk, YamlNode root) {
        var checks = new NoticeChecks(desk);
        desk.notices()
                .forEach(rule -> checks.whyNever(rule)
                        .ifPresent(why -> root.findRule("notices", rule.name())
                                .problem("this never happens: " + why, EnumValues.written(rule.on()), "")));
    }

    private Optional<String> whyNever(NoticeRule rule) {
        if (rule.unlessFrom().size() == WAYS_IN.size() && rule.by().equals(Set.of(Role.CUSTOMER))) {
            return Optional.of("customers come by mail, portal or phone");
        }
        if (rule.during() == During.CLOSED
                && desk.hours().week().equals(WeeklyHours.ALWAYS)
                && desk.hours().closed().rules().isEmpty()) {
            return Optional.of("the desk is never closed");
        }
        var roles = roles(rule.on());
        var by = rule.by().isEmpty() ? EnumSet.allOf(Role.class) : rule.by();
        return never(rule)
                .or(() -> Collections.disjoint(roles, by)
                        ? Optional.of("none of these does that at this desk")
                        : Optional.empty())
                .or(() -> roles.stream().noneMatch(role -> by.contains(role) && role.isPerson())
                                && rule.tell().stream().allMatch(Audience.Sender.class::isInstance)
                        ? Optional.of("it is the robot's doing, which has no sender to tell")
                        : Optional.empty());
    }

    /** Why that does not happen at all, or not there. */
    private Optional<String> never(NoticeRule rule) {
        return switch (rule.on()) {
            case CREATED ->
                comesIn(rule)
                        .or(() -> unless(
                                types(rule)
                                        .flatMap(type -> type.states().values().stream())
                                        .anyMatch(state -> state.initial() && holds(rule, state)),
                                "no request begins in such a state"));
            case QUEUED -> comesIn(rule).or(() -> unless(desk.queues().size() > 1, "the desk has one queue only"));
            case ENTERED ->
                unless(
                        types(rule)
                                .anyMatch(type -> type.states().values().stream()
                                        .anyMatch(state ->
                                                holds(rule, state) && meet(entries.into(type, state.id()), rule.by()))),
                        "nobody of these moves a request there");
            case REOPENED ->
                unless(
                        types(rule)
                                .anyMatch(type -> type.states().values().stream()
                                        .anyMatch(state -> !state.closed()
                                                && holds(rule, state)
                                                && meet(entries.reopening(type, state.id()), rule.by()))),
                        "nobody of these moves a closed request there");
            case ESCALATED -> unless(!desk.escalation().reasons().isEmpty(), "the desk names no reason to escalate");
            case SLA_WARNING, SLA_BREACH -> clocks(rule);
            case MASKED -> unless(desk.mail().maskSecrets(), "secrets are kept");
            case REFUSED ->
                unless(
                        Stream.concat(
                                        Stream.of(desk.followUps()),
                                        desk.queues().values().stream().flatMap(queue -> queue.followUps().stream()))
                                .anyMatch(what -> what.first() == Effect.REFUSE || what.then() == Effect.REFUSE),
                        "no follow-ups are refused");
            case COMMENTED, ASSIGNED, MERGED, JOINED, UNREACHABLE, REFUSED_FILES -> Optional.empty();
        };
    }

    /** Who can do what sets it off. */
    private Set<Role> roles(Trigger on) {
        return switch (on) {
            case CREATED, ESCALATED, MASKED, REFUSED_FILES -> PERSONS;
            case COMMENTED -> withRobot(PERSONS, Action.Comment.class);
            case QUEUED -> withRobot(STAFF, Action.MoveToQueue.class);
            case ASSIGNED -> desk.types().values().stream().anyMatch(NoticeChecks::namesAnOwner) ? PERSONS : STAFF;
            case MERGED, JOINED -> STAFF;
            case REFUSED -> Set.of(Role.CUSTOMER);
            case SLA_WARNING, SLA_BREACH, UNREACHABLE -> Set.of(Role.ROBOT);
            case ENTERED, REOPENED -> EnumSet.allOf(Role.class);
        };
    }

    private Set<Role> withRobot(Set<Role> people, Class<? extends Action> action) {
        var robot = Stream.concat(
                        desk.reactions().stream().map(rule -> rule.actions()),
                        desk.automations().stream().map(rule -> rule.actions()))
                .flatMap(List::stream)
                .anyMatch(action::isInstance);
        return robot ? EnumSet.allOf(Role.class) : people;
    }

    private static boolean namesAnOwner(RequestType type) {
        return Stream.concat(type.inputs().values().stream(), type.fields().values().stream())
                .anyMatch(input -> input.kind() == Input.Kind.OWNER);
    }

    private Optional<String> clocks(NoticeRule rule) {
        if (desk.clocks().isEmpty()) {
            return Optional.of("the desk has no clock");
        }
        var counted = desk.clocks().stream()
                .filter(clock -> types(rule).anyMatch(type -> clock.appliesTo(type.id())))
                .toList();
        return unless(!counted.isEmpty(), "no clock counts for these requests")
                .or(() -> unless(
                        rule.on() == Trigger.SLA_BREACH
                                || counted.stream()
                                        .anyMatch(clock -> clock.warnAt().isPresent()),
                        "no clock warns"));
    }

    private Optional<String> comesIn(NoticeRule rule) {
        return unless(
                rule.in().queues().isEmpty()
                        || rule.in().queues().stream().map(desk.queues()::get).anyMatch(Queue::valid),
                "no ticket comes into an obsolete queue");
    }

    private Stream<RequestType> types(NoticeRule rule) {
        return desk.types().values().stream()
                .filter(type -> rule.in().types().isEmpty() || rule.in().types().contains(type.id()));
    }

    private static boolean holds(NoticeRule rule, State state) {
        return rule.in().states().isEmpty() || rule.in().states().contains(state.id());
    }

    private static boolean meet(Set<Role> roles, Set<Role> by) {
        return by.isEmpty() ? !roles.isEmpty() : !Collections.disjoint(roles, by);
    }

    private static Optional<String> unless(boolean happens, String why) {
        return happens ? Optional.empty() : Optional.of(why);
    }
}

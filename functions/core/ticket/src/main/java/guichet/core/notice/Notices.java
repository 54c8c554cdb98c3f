package guichet.core.notice;

import guichet.core.desk.Audience;
import guichet.core.desk.Channel;
import guichet.core.desk.Desk;
import guichet.core.desk.NoticeRule;
import guichet.core.desk.Trigger;
import guichet.core.text.MailAddress;
import guichet.core.ticket.Actor;
import guichet.core.ticket.RecordedEvent;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketEvent;
import guichet.core.ticket.TicketEvent.MessageAdded;
import guichet.core.ticket.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who is told of what one command did, by the desk's rules: at most one mail to an address, and a reason for each that
 * is not sent.
 */
public final class Notices {
    /** What is to be told, and what is not. */
    public record Plan(List<Notice> notices, List<WithheldNotice> withheld) {}

    private final Desk desk;
    private final Ticket ticket;
    private final Actor by;
    private final List<RecordedEvent> events;
    private final List<RecordedEvent> all;
    private final Map<String, Notice> told = new LinkedHashMap<>();
    private final List<WithheldNotice> withheld = new ArrayList<>();

    private Notices(Desk desk, Ticket ticket, Actor by, List<RecordedEvent> events, List<RecordedEvent> all) {
        this.desk = desk;
        this.ticket = ticket;
        this.by = by;
        this.events = events;
        this.all = all;
    }

    /**
     * @param ticket after the events
     * @param by who gave the command
     * @param silence towards whom outside the desk; empty as a rule
     */
    public static Plan plan(Desk desk, Ticket ticket, Actor by, List<RecordedEvent> events, Optional<Silence> silence) {
        return plan(desk, ticket, by, events, events, silence);
    }

    /** For some of a command's events, seen among all of them. */
    static Plan plan(
            Desk desk,
            Ticket ticket,
            Actor by,
            List<RecordedEvent> events,
            List<RecordedEvent> all,
            Optional<Silence> silence) {
        var notices = new Notices(desk, ticket, by, events, all);
        for (var rule : ownWordsFirst(desk.notices())) {
            for (var recorded : events) {
                if (!notices.applies(rule, recorded)) {
                    continue;
                }
                if (notices.isSilent(rule, recorded)) {
                    notices.withhold(rule, recorded);
                } else if (!notices.isNoNews(rule, recorded)) {
                    notices.tell(rule.name(), rule.on(), rule.tell(), rule.text(), recorded, silence);
                }
            }
        }
        for (var recorded : events) {
            if (recorded.event() instanceof TicketEvent.Told said) {
                notices.tell(said.rule(), Trigger.ENTERED, said.whom(), Optional.of(said.text()), recorded, silence);
            }
        }
        notices.returns(silence);
        return new Plan(List.copyOf(notices.told.values()), List.copyOf(notices.withheld));
    }

    /** Whoever is not told again that it is back where it was still reads what was written with that. */
    private void returns(Optional<Silence> silence) {
        for (var rule : desk.notices()) {
            for (var recorded : events) {
                if (applies(rule, recorded) && !isSilent(rule, recorded) && isNoNews(rule, recorded)) {
                    recipients(rule, recorded).forEach(recipient -> comesBack(rule, recipient, recorded, silence));
                }
            }
        }
    }

    private void comesBack(
            NoticeRule rule, NoticeRecipients.Recipient recipient, RecordedEvent cause, Optional<Silence> silence) {
        var address = recipient.person().address();
        if (told.containsKey(address)) {
            return;
        }
        if (messagesFor(recipient).isEmpty()) {
            withheld.add(new WithheldNotice(address, rule.name(), "told when it was there before"));
        } else {
            tell(rule.name(), Trigger.COMMENTED, recipient, Optional.empty(), cause, silence);
        }
    }

    private boolean isNoNews(NoticeRule rule, RecordedEvent recorded) {
        return rule.on() == Trigger.ENTERED && ReturnBack.isNoNews(desk, ticket, recorded);
    }

    /** What concerns the mail that came is said besides the rest, wherever its rule stands. */
    private static List<NoticeRule> ownWordsFirst(List<NoticeRule> rules) {
        return rules.stream()
                .sorted(Comparator.comparing(rule -> rule.on().isOfTheMail()))
                .toList();
    }

    private boolean applies(NoticeRule rule, RecordedEvent recorded) {
        var role = rule.on() == Trigger.REOPENED ? by.role() : recorded.by().role();
        return EventTriggers.of(recorded.event(), events).contains(rule.on())
                && (rule.by().isEmpty() || rule.by().contains(role))
                && rule.in().holds(ticket.type(), stateAt(recorded), ticket.queue())
                && holds(rule.during(), recorded.at());
    }

    private boolean holds(NoticeRule.During during, Instant at) {
        return switch (during) {
            case ALWAYS -> true;
            case OPEN -> desk.hours().isOpen(at);
            case CLOSED -> !desk.hours().isOpen(at);
        };
    }

    /** In the portal a customer sees at once what they opened; what an agent opens there for them they hear of. */
    private boolean isSilent(NoticeRule rule, RecordedEvent recorded) {
        return rule.unlessFrom().contains(ticket.channel())
                && (ticket.channel() != Channel.PORTAL || !recorded.by().isStaff());
    }

    private Stream<NoticeRecipients.Recipient> recipients(NoticeRule rule, RecordedEvent cause) {
        return rule.tell().stream()
                .flatMap(audience -> NoticeRecipients.of(desk, ticket, audience, cause.by()).stream());
    }

    private void withhold(NoticeRule rule, RecordedEvent cause) {
        recipients(rule, cause)
                .forEach(recipient -> withheld.add(new WithheldNotice(
                        recipient.person().address(),
                        rule.name(),
                        "the ticket was opened from " + ticket.channel().written())));
    }

    /** The state that the ticket was in when this happened, a change of state counting as made. */
    private String stateAt(RecordedEvent recorded) {
        String state = null;
        for (var other : all) {
            if (other.event() instanceof TicketEvent.StateChanged change) {
                if (other.seq() <= recorded.seq()) {
                    state = change.to();
                } else if (state == null) {
                    state = change.from();
                }
            }
        }
        return state == null ? ticket.state() : state;
    }

    private void tell(
            String rule,
            Trigger on,
            List<Audience> whom,
            Optional<String> text,
            RecordedEvent cause,
            Optional<Silence> silence) {
        for (var audience : whom) {
            for (var recipient : NoticeRecipients.of(desk, ticket, audience, cause.by())) {
                tell(rule, on, recipient, text, cause, silence);
            }
        }
    }

    private void tell(
            String rule,
            Trigger on,
            NoticeRecipients.Recipient recipient,
            Optional<String> text,
            RecordedEvent cause,
            Optional<Silence> silence) {
        var address = recipient.person().address();
        var reason = whyNot(recipient, on, silence);
        if (reason.isPresent()) {
            withheld.add(new WithheldNotice(address, rule, reason.get()));
            return;
        }
        var values = EventTriggers.values(desk, cause, on == Trigger.REOPENED ? by : cause.by(), recipient.language());
        var known = told.get(address);
        if (known == null) {
            told.put(
                    address,
                    new Notice(
                            recipient.person(),
                            recipient.language(),
                            on,
                            List.of(rule),
                            text,
                            values,
                            List.of(),
                            messagesFor(recipient),
                            recipient.staff()));
            return;
        }
        var also = known.alsoBecauseOf(rule);
        told.put(
                address,
                on.isOfTheMail()
                        ? text.map(name -> also.alsoSaying(new Notice.Besides(name, values)))
                                .orElse(also)
                        : also);
    }

    private Optional<String> whyNot(NoticeRecipients.Recipient recipient, Trigger on, Optional<Silence> silence) {
        var address = recipient.person().address();
        if (address.isBlank()) {
            return Optional.of("no address");
        }
        if (desk.isOurs(address)) {
            return Optional.of("an address of this desk");
        }
        if (!MailAddress.canBeWrittenTo(address)) {
            return Optional.of("SES carries no such letters before the @");
        }
        var outside = silence.filter(rule -> rule.covers(address, by.address())).map(Silence::why);
        if (on.isOfTheMail()) {
            return outside;
        }
        if (recipient.staff() && address.equals(by.address())) {
            return Optional.of("did it");
        }
        return recipient.staff() ? Optional.empty() : outside;
    }

    /** The public messages of this command that somebody else wrote. */
    private List<Long> messagesFor(NoticeRecipients.Recipient recipient) {
        return events.stream()
                .filter(recorded -> recorded.event() instanceof MessageAdded message
                        && message.visibility() == Visibility.PUBLIC
                        && !recorded.by().address().equals(recipient.person().address()))
                .map(RecordedEvent::seq)
                .toList();
    }
}

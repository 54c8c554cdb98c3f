package guichet.core.story;

import guichet.core.command.Command;
import guichet.core.command.CommandHandler;
import guichet.core.command.TicketCommit;
import guichet.core.desk.Desk;
import guichet.core.intake.HoldMail;
import guichet.core.intake.InboundMail;
import guichet.core.intake.Intake;
import guichet.core.intake.IntakeResult;
import guichet.core.intake.UnreachableInMemory;
import guichet.core.intake.rule.IntakeRules;
import guichet.core.notice.DeliveryFailure;
import guichet.core.notice.LoopProtection;
import guichet.core.notice.Notice;
import guichet.core.notice.ReplyAddress;
import guichet.core.notice.TextTemplates;
import guichet.core.people.Directory;
import guichet.core.signing.SigningKeys;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Person;
import guichet.core.ticket.RecordedEvent;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketEvent;
import guichet.core.ticket.TicketId;
import guichet.core.ticket.Visibility;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A desk behind its mail service, in simulated time: raw mail in, raw mail out, with the headers that SES leaves on it.
 */
final class MailingDesk {
    private static final SigningKeys KEYS = new SigningKeys("k1", Map.of("k1", new byte[32]));
    final Desk desk;
    final List<Sent> sent = new ArrayList<>();
    final List<Sent> toStaff = new ArrayList<>();
    private final JournalStore store;
    private final CommandHandler handler;
    private final UnreachableInMemory unreachable = new UnreachableInMemory();
    private final Intake intake;
    private final CountedInMemory tally = new CountedInMemory();
    private int mails;

    record Sent(Instant at, TicketId ticket, String to, String raw, Notice notice) {
        String header(String name) {
            return raw.lines()
                    .takeWhile(line -> !line.isEmpty())
                    .filter(line -> line.startsWith(name + ": "))
                    .findFirst()
                    .map(line -> line.substring(name.length() + 2))
                    .orElse("");
        }

        Sent without(String... headers) {
            var kept =
                    raw.lines().filter(line -> List.of(headers).stream().noneMatch(header -> line.startsWith(header)));
            return new Sent(at, ticket, to, kept.collect(Collectors.joining("\n")), notice);
        }
    }

    MailingDesk(String id) {
        this(Desks.read(id), new JournalStore());
    }

    /** A desk beside another, in one table. */
    MailingDesk(String id, MailingDesk beside) {
        this(Desks.read(id), beside.store);
    }

    private MailingDesk(Desks sample, JournalStore store) {
        this(sample.desk(), sample.directory(), store);
    }

    MailingDesk(Desk desk, Directory directory) {
        this(desk, directory, new JournalStore());
    }

    private MailingDesk(Desk desk, Directory directory, JournalStore store) {
        this.desk = desk;
        this.store = store;
        this.handler = new CommandHandler(store);
        this.intake = new Intake(IntakeRules.POLICY, store, directory, new NothingHeld(), unreachable, KEYS);
    }

    String address() {
        return desk.address();
    }

    /**
     * @param verdict of DMARC, {@code pass} or {@code fail} @return the mails to people outside that this made leave
     */
    List<Sent> take(Instant at, String recipient, String raw, String verdict) {
        var from = raw.lines()
                .filter(line -> line.startsWith("From: "))
                .findFirst()
                .orElse("")
                .replaceAll(".*@|>.*", "");
        var checked = "Authentication-Results: amazonses.com; dmarc=" + verdict + " header.from=" + from + ";\n" + raw;
        var bytes = checked.getBytes(StandardCharsets.UTF_8);
        return take(InboundMail.read(desk, recipient, at, "raw", bytes), at);
    }

    List<Sent> take(Instant at, String raw) {
        return take(at, address(), raw, "pass");
    }

    List<Sent> take(InboundMail mail, Instant at) {
        switch (receive(mail)) {
            case IntakeResult.Opened _, IntakeResult.Joined _, IntakeResult.Refused _, IntakeResult.Ignored _ -> {}
            case IntakeResult.Held held -> throw new AssertionError(held.why());
            case IntakeResult.KeptOut kept -> throw new AssertionError(kept.why());
        }
        return post(at);
    }

    /** What a mail caused waits to be posted. */
    IntakeResult receive(InboundMail mail) {
        return intake.receive(mail).result();
    }

    CommandHandler.Outcome open(Function<TicketId, Command.Open> opening, Instant at) {
        return handler.open(desk, opening, at, Optional.empty());
    }

    CommandHandler.Outcome change(TicketId ticket, Command command, Instant at) {
        return handler.change(desk, ticket, command, at);
    }

    CommandHandler.Outcome merge(TicketId duplicate, TicketId survivor, Actor by, Instant at) {
        return handler.merge(desk, duplicate, survivor, by, at, OptionalLong.empty(), Optional.empty());
    }

    /** What falls due until then, each at its time, at most so many times. */
    void pass(Instant until, int most) {
        for (int i = 0; i < most; i++) {
            var next = store.due(until).stream().findFirst();
            if (next.isEmpty()) {
                return;
            }
            handler.tick(desk, next.get().ticket(), next.get().due(), next.get().due());
            post(next.get().due());
        }
    }

    List<Sent> act(TicketId ticket, Command command, Instant at) {
        handler.change(desk, ticket, command, at);
        return post(at);
    }

    /** What the notifier does with what was written. */
    List<Sent> post(Instant at) {
        var outside = new ArrayList<Sent>();
        for (var commits = store.drain(); !commits.isEmpty(); commits = store.drain()) {
            for (var commit : commits) {
                for (var notice : commit.notices()) {
                    send(commit, notice, at).ifPresent(mail -> (notice.staff() ? toStaff : outside).add(mail));
                }
            }
        }
        sent.addAll(outside);
        return outside;
    }

    private Optional<Sent> send(TicketCommit commit, Notice notice, Instant at) {
        var ticket = commit.after();
        var reason = unreachable
                .failure(notice.to().address(), at)
                .filter(_ -> !notice.staff())
                .map(DeliveryFailure::reason)
                .or(() -> LoopProtection.whyNot(desk, ticket, commit.events(), notice, commit.notices(), tally));
        if (reason.isPresent()) {
            handler.change(
                    desk,
                    ticket.id(),
                    new Command.Withhold(Actor.ROBOT, notice.to().address(), reason.get()),
                    at);
            return Optional.empty();
        }
        var ancestor = ticket.mails().isEmpty() ? "" : ticket.mails().getLast();
        var id = "ses-" + desk.id() + "-" + ++mails + "@eu-west-1.amazonses.com";
        store.rememberSent(ticket.id(), id, notice.to().address());
        return Optional.of(new Sent(
                at,
                ticket.id(),
                notice.to().address(),
                """
                From: %s <%s>
                To: %s
                Reply-To: %s
                Subject: [%s] %s
                In-Reply-To: <%s>
                References: <%s>
                Auto-Submitted: auto-replied
                X-Auto-Response-Suppress: All
                X-Guichet-Ticket: %s
                Message-ID: <%s>
                Date: Mon, 2 Mar 2026 10:00:00 +0000
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8

                %s
                """.formatted(
                        desk.id(),
                        address(),
                        notice.to().address(),
                        ReplyAddress.of(
                                KEYS, address(), ticket.id(), notice.to().address()),
                        ticket.id(),
                        ticket.subject(),
                        ancestor,
                        ancestor,
                        ticket.id(),
                        id,
                        TextTemplates.of(desk, ticket, commit.events(), notice, ticket.organization())),
                notice));
    }

    List<Ticket> tickets() {
        return store.tickets().stream()
                .filter(id -> id.desk().equals(desk.id()))
                .map(id -> store.find(id).orElseThrow())
                .toList();
    }

    Ticket lastTicket() {
        return tickets().getLast();
    }

    List<TicketEvent> events(TicketId ticket) {
        return store.history(ticket, 1, Integer.MAX_VALUE).stream()
                .map(RecordedEvent::event)
                .toList();
    }

    /** What agents read in a ticket besides the messages themselves. */
    List<String> notes(TicketId ticket) {
        return events(ticket).stream()
                .filter(event -> event instanceof TicketEvent.MessageAdded message
                        && message.visibility() == Visibility.INTERNAL)
                .map(event -> ((TicketEvent.MessageAdded) event).body().text())
                .toList();
    }

    List<String> messages(TicketId ticket) {
        return events(ticket).stream()
                .filter(event ->
                        event instanceof TicketEvent.MessageAdded message && message.visibility() == Visibility.PUBLIC)
                .map(event -> ((TicketEvent.MessageAdded) event).body().text())
                .toList();
    }

    /** The reasons why mails were not sent, as the tickets say them. */
    List<TicketEvent.NoticeWithheld> withheld(TicketId ticket) {
        return events(ticket).stream()
                .filter(TicketEvent.NoticeWithheld.class::isInstance)
                .map(TicketEvent.NoticeWithheld.class::cast)
                .toList();
    }

    private static final class NothingHeld implements HoldMail {
        @Override
        public void hold(InboundMail mail, Person sender, String why) {
            // Said by the result.
        }

        @Override
        public Standing standing(String desk, String address) {
            return Standing.UNDECIDED;
        }
    }

    private static final class CountedInMemory implements LoopProtection.Tally {
        private final Map<String, Integer> counts = new HashMap<>();

        @Override
        public Optional<Full> count(String desk, LoopProtection.Cap cap, Instant at) {
            var day = cap.whom() + " " + at.toString().substring(0, 10);
            var hour = cap.whom() + " " + at.toString().substring(0, 13);
            if (counts.getOrDefault(day, 0) >= cap.perDay()) {
                return Optional.of(Full.DAY);
            }
            if (counts.getOrDefault(hour, 0) >= cap.perHour()) {
                return Optional.of(Full.HOUR);
            }
            counts.merge(day, 1, Integer::sum);
            counts.merge(hour, 1, Integer::sum);
            return Optional.empty();
        }

        @Override
        public Optional<Full> full(String desk, LoopProtection.Cap cap, Instant at) {
            var day = cap.whom() + " " + at.toString().substring(0, 10);
            return counts.getOrDefault(day, 0) >= cap.perDay() ? Optional.of(Full.DAY) : Optional.empty();
        }

        @Override
        public void giveBack(String desk, LoopProtection.Cap cap, Instant at) {
            throw new UnsupportedOperationException("nothing is refused for now here");
        }
    }
}

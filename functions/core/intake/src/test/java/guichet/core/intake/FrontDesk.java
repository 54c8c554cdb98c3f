package guichet.core.intake;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import guichet.core.command.Command;
import guichet.core.command.CommandHandler;
import guichet.core.command.InMemoryTicketStore;
import guichet.core.command.TicketCommit;
import guichet.core.command.WriteResult;
import guichet.core.desk.Desk;
import guichet.core.desk.file.DeskFile;
import guichet.core.intake.HeldMailsInMemory.Held;
import guichet.core.intake.rule.IntakeRules;
import guichet.core.mail.MaskedMail;
import guichet.core.notice.DeliveryFailure;
import guichet.core.notice.Notice;
import guichet.core.notice.ReplyAddress;
import guichet.core.people.Contact;
import guichet.core.people.InMemoryDirectory;
import guichet.core.people.Organization;
import guichet.core.signing.SigningKeys;
import guichet.core.ticket.Body;
import guichet.core.ticket.RecordedEvent;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketEvent.MessageAdded;
import guichet.core.ticket.TicketId;
import guichet.core.ticket.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A small desk that takes raw mail in, with all that it needs in memory. Alice and Albert are of Acme, Gina is of
 * Globex, Bob is listed and of no organization; Anne is an agent, Luc a lead. Nobody knows Zoe. Each mail comes a
 * minute after the one before.
 */
final class FrontDesk {
    static final String ALICE = "alice@acme.example";
    static final String ALBERT = "albert@acme.example";
    static final String GINA = "gina@globex.example";
    static final String BOB = "bob@free.example";
    static final String ZOE = "zoe@nowhere.example";
    static final String ANNE = "anne@petit.example";
    static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final SigningKeys KEYS = new SigningKeys("k1", Map.of("k1", new byte[32]));

    private static final String FILE = """
            desk: %1$s
            name: Petit guichet
            address: [aide@%1$s.example, help@%1$s.example]
            language: fr
            hours: { zone: Europe/Paris, open: { mon-fri: ["9:00-18:00"] } }
            contracts:
              jour: { label: Jour }
              nuit: { label: Nuit, clock: always }
            people:
              agents: [ anne@petit.example: { name: Anne Agent, language: en } ]
              leads: [ luc@petit.example: Luc Chef ]
            queues:
              accueil: { label: Accueil }
              rebut: { label: Rebut }
              robots: { label: Robots }
              pannes: { label: Pannes }
            requests:
              demande:
                label: Demande
                states:
                  nouveau: { label: Nouveau, initial: true }
                  clos: { label: Clos, closed: true }
                moves:
                  - nouveau -> clos
                  - clos -> nouveau by agents, customers
              panne: { like: demande, label: Panne }
            reactions:
              - a customer's message reopens: { on: commented, by: customers, in: clos, move-to: nouveau }
            follow-ups: { to-closed: reopen, within: 7d, then: new-ticket }
            mail: %2$s
            filing:
              - what carries a virus: { is: virus, queue: rebut }
              - spam: { is: spam, queue: rebut }
              - a machine that says it is broken: { is: automatic, from: "*@machines.example", queue: pannes, type: panne }
              - what machines say: { is: automatic, queue: robots }
              - mailings: { is: mailing, queue: robots }
              - the probe: { from: sonde@acme.example, subject: En panne, queue: pannes, type: panne }
              - what is broken: { subject: en panne, type: panne }
            notices:
              - the creator hears: { on: created, tell: creator, text: accuse }
              - the team hears: { on: created, tell: agents, text: nouveau }
              - the team hears of a customer's message: { on: commented, by: customers, tell: agents, text: nouveau }
              - the team hears who cannot be reached: { on: unreachable, tell: agents, text: nouveau }
              - the sender hears that a secret was masked: { on: masked, tell: sender, text: secret }
              - the sender hears of files: { on: refused-files, tell: sender, text: fichiers }
            texts:
              accuse: { fr: "Reçu : {id}.", en: "Received: {id}." }
              nouveau: { fr: "Du nouveau.", en: "News." }
              secret: { fr: "Un secret a été masqué.", en: "A secret was masked." }
              fichiers: { fr: "Non gardé : {files}.", en: "Not kept: {files}." }
            """;

    final Desk desk;
    final HeldMailsInMemory held = new HeldMailsInMemory();
    private final Journal store;
    private final Intake intake;
    private final UnreachableInMemory unreachable = new UnreachableInMemory();
    private final Map<String, byte[]> rawMails = new HashMap<>();
    private int mails;
    private IntakeReport last;

    /** Where whoever is not known opens a ticket like anybody else. */
    FrontDesk() {
        this("petit", "{ unknown-senders: open }", new Journal());
    }

    /** Where a sender who is not known waits for a decision. */
    static FrontDesk thatHolds() {
        return new FrontDesk(
                "petit",
                "{ unknown-senders: hold, held: { tell: agents, text: nouveau, alarm-after: 2d } }",
                new Journal());
    }

    /** Where an answer to a ticket that has been closed for seven days is refused. */
    static FrontDesk thatRefusesLateAnswers() {
        var file = FILE.replace("then: new-ticket", "then: refuse")
                .replace(
                        "notices:\n",
                        "notices:\n  - it was refused: { on: refused, tell: [sender, participants, agents], text: ferme }\n");
        return new FrontDesk(
                "petit",
                "{ unknown-senders: open }",
                new Journal(),
                file + "  ferme: { fr: \"C'est fermé.\", en: \"It is closed.\" }\n");
    }

    /** @param mail as the desk file says it */
    static FrontDesk where(String mail) {
        return new FrontDesk("petit", mail, new Journal());
    }

    /** Another desk of the same company, in the same table. */
    FrontDesk beside(String id) {
        return new FrontDesk(id, "{ unknown-senders: open }", store);
    }

    private FrontDesk(String id, String mail, Journal store) {
        this(id, mail, store, FILE);
    }

    private FrontDesk(String id, String mail, Journal store, String file) {
        this.desk = DeskFile.read("desk.yaml", sayingWhatItDoes(file.formatted(id, mail)))
                .orThrow();
        this.store = store;
        this.intake = new Intake(IntakeRules.POLICY, store, directory(id), held, unreachable, KEYS);
    }

    /** A desk that keeps secrets tells nobody that one was masked. */
    private static String sayingWhatItDoes(String file) {
        return file.contains("secrets: kept")
                ? file.lines()
                        .filter(line ->
                                !line.contains("on: masked") && !line.strip().startsWith("secret:"))
                        .collect(Collectors.joining("\n"))
                : file;
    }

    private static InMemoryDirectory directory(String desk) {
        return new InMemoryDirectory()
                .add(new Organization(
                        desk, "acme", "Acme", List.of("acme.example"), "nuit", Map.of(), Optional.empty()))
                .add(new Organization(
                        desk, "globex", "Globex", List.of("globex.example"), "jour", Map.of(), Optional.empty()))
                .add(contact(desk, ALICE, "Alice Martin", Optional.of("acme")))
                .add(contact(desk, BOB, "Bob Libre", Optional.empty()));
    }

    private static Contact contact(String desk, String address, String name, Optional<String> organization) {
        return new Contact(desk, address, name, organization, Optional.of("en"), Optional.empty());
    }

    IntakeResult take(Letter letter) {
        return take(letter, desk.address());
    }

    IntakeResult take(Letter letter, String recipient) {
        return take(letter, recipient, MONDAY.plus(Duration.ofMinutes(++mails)));
    }

    IntakeResult take(Letter letter, Instant at) {
        return take(letter, desk.address(), at);
    }

    private IntakeResult take(Letter letter, String recipient, Instant at) {
        var key = "mail/" + rawMails.size();
        rawMails.put(key, letter.raw());
        return receive(InboundMail.read(desk, recipient, at, key, letter.raw()));
    }

    /** What the inbound function does with a held mail that somebody let in: it is read from its masked form. */
    IntakeResult letIn(Held waiting, String by) {
        var key = waiting.mail().rawKey();
        var at = waiting.mail().at().plus(Duration.ofHours(1));
        return receive(InboundMail.readHeld(desk, at, by, key, MaskedMail.of(rawMails.get(key))));
    }

    private IntakeResult receive(InboundMail mail) {
        last = intake.receive(mail);
        return last.result();
    }

    Optional<DeliveryFailure> unreachable(String address, Instant now) {
        return unreachable.failure(address, now);
    }

    /** What the rules said of the last mail. */
    IntakeTrace trace() {
        return last.trace();
    }

    /** The ticket that a mail opened. */
    Ticket opens(Letter letter) {
        return ticket(assertInstanceOf(IntakeResult.Opened.class, take(letter)).ticket());
    }

    /** The ticket that a mail joined. */
    Ticket joins(Letter letter) {
        return ticket(assertInstanceOf(IntakeResult.Joined.class, take(letter)).ticket());
    }

    void act(TicketId ticket, Command command, Instant at) {
        assertInstanceOf(
                CommandHandler.Outcome.Done.class, new CommandHandler(store).change(desk, ticket, command, at));
    }

    /** Something that comes between what a mail was decided on and its writing, once. */
    void meanwhile(Runnable happens) {
        store.meanwhile = happens;
    }

    /** A mail of ours goes out about a ticket, under this id. */
    void sends(TicketId ticket, String messageId, String to) {
        store.rememberSent(ticket, messageId, to);
    }

    String replyAddress(TicketId ticket, String recipient) {
        return ReplyAddress.of(KEYS, desk.address(), ticket, recipient);
    }

    Ticket ticket(TicketId id) {
        return store.find(id).orElseThrow();
    }

    List<Ticket> tickets() {
        return store.tickets().stream()
                .filter(id -> id.desk().equals(desk.id()))
                .map(this::ticket)
                .toList();
    }

    List<RecordedEvent> history(TicketId ticket) {
        return store.history(ticket, 1, Integer.MAX_VALUE);
    }

    private List<MessageAdded> said(TicketId ticket, Visibility visibility) {
        return history(ticket).stream()
                .map(RecordedEvent::event)
                .filter(MessageAdded.class::isInstance)
                .map(MessageAdded.class::cast)
                .filter(message -> message.visibility() == visibility)
                .toList();
    }

    List<MessageAdded> messages(TicketId ticket) {
        return said(ticket, Visibility.PUBLIC);
    }

    /** Of the first message, with what was folded away. */
    Body firstBody(TicketId ticket) {
        var seq = history(ticket).stream()
                .filter(recorded -> recorded.event() instanceof MessageAdded)
                .findFirst()
                .orElseThrow()
                .seq();
        return store.body(ticket, seq).orElseThrow();
    }

    /** What people wrote, in its order. */
    List<String> texts(TicketId ticket) {
        return messages(ticket).stream().map(message -> message.body().text()).toList();
    }

    /** What agents read besides. */
    List<String> notes(TicketId ticket) {
        return said(ticket, Visibility.INTERNAL).stream()
                .map(message -> message.body().text())
                .toList();
    }

    /** Whom the last commit tells what. */
    List<String> told() {
        return store.last.notices().stream().map(FrontDesk::words).toList();
    }

    private static String words(Notice notice) {
        var words =
                new StringBuilder(notice.to().address() + " " + notice.text().orElse("-"));
        notice.besides().forEach(besides -> words.append(" + ").append(besides.text()));
        return words.toString();
    }

    private static final class Journal extends InMemoryTicketStore {
        private TicketCommit last;
        private Runnable meanwhile = () -> {};

        @Override
        public synchronized WriteResult write(List<TicketCommit> commits) {
            var now = meanwhile;
            meanwhile = () -> {};
            now.run();
            var written = super.write(commits);
            if (written instanceof WriteResult.Done) {
                last = commits.getLast();
            }
            return written;
        }
    }
}

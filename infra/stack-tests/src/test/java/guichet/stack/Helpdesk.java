package guichet.stack;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.cli.SampleData;
import guichet.cli.smtp.Smtp;
import guichet.core.command.TicketStore;
import guichet.core.ticket.TicketId;
import guichet.local.Config;
import guichet.local.Stack;
import guichet.local.mail.MailView;
import guichet.store.Aws;
import guichet.store.Blobs;
import guichet.store.DynamoTicketStore;
import guichet.store.SignInBindings;
import guichet.store.StoredCommit;
import guichet.store.desks.Desks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The whole helpdesk, running, with the sample world in it. */
final class Helpdesk implements AutoCloseable {
    static final Path ROOT = Path.of(System.getProperty("guichet.root", "../.."))
            .toAbsolutePath()
            .normalize();
    static final String ADDRESS = "support@cloud.example";
    static final String ALICE = "alice@acme.example";
    static final String GINA = "gina@globex.example";
    static final String NADIA = "nadia@cloud.example";
    static final String KARIM = "karim@cloud.example";
    private static final int PAGE = 100;

    final Stack stack;
    private final Aws queues;
    private final DynamoDbClient db;
    private final DynamoTicketStore store;

    private Helpdesk(Stack stack) {
        this.stack = stack;
        this.queues = Aws.at(stack.aws().sqs());
        this.db = Aws.at(stack.aws().dynamodb()).dynamoDb();
        this.store = new DynamoTicketStore(db, table(), Blobs.NONE, () -> "");
    }

    static Config config() {
        return Config.forTests(ROOT.resolve("template.yaml"))
                .withMailDomains(Desks.in(ROOT.resolve("desks")).mailDomains());
    }

    static Helpdesk start(Config config) throws IOException {
        var stack = Stack.start(config);
        try {
            SampleData.of(stack, ROOT);
        } catch (IOException | RuntimeException e) {
            stack.close();
            throw e;
        }
        return new Helpdesk(stack);
    }

    Client as(String address) {
        return new Client(stack.uri(), stack.token(address));
    }

    /** Hands a mail in, from the envelope's sender. @return SES's id of it */
    String mail(String sender, byte[] raw) throws IOException {
        return stack.mail(raw, sender, ADDRESS);
    }

    /** Hands a mail in by SMTP. */
    void mail(String sender, String recipient, byte[] raw) {
        Smtp.send(stack.smtpPort(), sender, List.of(recipient), raw);
    }

    void settle() {
        patiently(() -> {
            stack.settle();
            return null;
        });
    }

    private static <T> T patiently(Callable<T> work) {
        try {
            return work.call();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The desk's tickets, newest first, as an agent's list shows them. */
    List<JsonNode> tickets() {
        return as(NADIA).list("/api/desks/cloud/tickets?view=all");
    }

    /** @throws AssertionError unless there is exactly one */
    String ticket(String subject) {
        var found = tickets().stream()
                .filter(row -> row.path("subject").asText().equals(subject))
                .map(row -> row.path("id").asText())
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("tickets with the subject " + subject + ": " + found);
        }
        return found.getFirst();
    }

    JsonNode see(String ticket) {
        return as(NADIA).get("/api/tickets/" + ticket).json();
    }

    /** What an agent reads in a ticket, of one kind of event. */
    List<String> timeline(String ticket, String kind) {
        var texts = new ArrayList<String>();
        see(ticket).path("timeline").path("items").forEach(item -> {
            if (item.path("kind").asText().equals(kind)) {
                texts.add(item.path("text").asText());
            }
        });
        return texts;
    }

    /** Mails that went out about a ticket, oldest first. */
    List<MailView> sent(String ticket) {
        return stack.outbox().stream()
                .filter(mail -> ticket.equals(mail.headers().get("X-Guichet-Ticket")))
                .toList();
    }

    List<MailView> sent(String ticket, String to) {
        return sent(ticket).stream()
                .filter(mail -> mail.sent().to().contains(to))
                .toList();
    }

    int sweep(Instant at) {
        return patiently(() -> stack.sweep(at));
    }

    /** The tickets as they stand in the table. */
    TicketStore store() {
        return store;
    }

    /** What the table holds now, to go back to. */
    Baseline baseline() {
        return new Baseline(db, table());
    }

    private String table() {
        return variable("Portal", "GUICHET_TABLE");
    }

    /** Everything that was written of every ticket of the desk. */
    List<StoredCommit> commits() {
        return tickets().stream()
                .map(row -> TicketId.parse(row.path("id").asText()).orElseThrow())
                .flatMap(id -> commits(id, 1).stream())
                .toList();
    }

    /** What was written of a ticket from that event on. */
    List<StoredCommit> commits(TicketId ticket, long fromSeq) {
        var all = new ArrayList<StoredCommit>();
        var from = fromSeq;
        List<StoredCommit> page;
        do {
            page = store.commits(ticket, from, PAGE);
            all.addAll(page);
            from = page.isEmpty() ? from : page.getLast().events().getLast().seq() + 1;
        } while (!page.isEmpty());
        return all;
    }

    /** Takes somebody's access back. @return whether they had any */
    boolean release(String address) {
        return new SignInBindings(db, table()).release(address).isPresent();
    }

    String variable(String function, String name) {
        return stack.function(function).spec().environment().get(name);
    }

    /** Whether a raw mail is where taken mails are kept. */
    boolean isKept(String mail) {
        return stack.aws().objects().find(variable("InboundMail", "GUICHET_FILES"), "mail/" + mail) != null;
    }

    boolean isInInbox(String mail) {
        return stack.aws().objects().find(variable("InboundMail", "GUICHET_INBOX"), "inbox/" + mail) != null;
    }

    /** How many messages lie in a queue that nobody reads. */
    int messages(String queue) {
        try (var sqs = queues.client(SqsClient.builder())) {
            var url = sqs.getQueueUrl(get -> get.queueName("guichet-" + queue)).queueUrl();
            return Integer.parseInt(sqs.getQueueAttributes(
                            get -> get.queueUrl(url).attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                    .attributes()
                    .get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
        }
    }

    /** All dead-letter queues, as they should be. */
    Map<String, Integer> deadLetters() {
        var dead = new java.util.TreeMap<String, Integer>();
        for (var queue : List.of(
                "InboundQueueDead", "DueQueueDead", "NoticeQueueDead", "ReminderQueueDead", "FeedbackQueueDead")) {
            var messages = messages(queue);
            if (messages > 0) {
                dead.put(queue, messages);
            }
        }
        return dead;
    }

    @Override
    public void close() {
        db.close();
        stack.close();
    }
}

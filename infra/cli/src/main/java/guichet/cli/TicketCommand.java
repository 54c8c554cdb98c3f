package guichet.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import guichet.core.story.EventWords;
import guichet.core.ticket.RecordedEvent;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketId;
import guichet.store.TicketDump;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.core.exception.SdkException;

/** What the table holds of a ticket: its items are packed, and cannot be read at the AWS console. */
@Command(name = "ticket", description = "What the table holds of a ticket: head, events, notices. Times in UTC.")
final class TicketCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ID", description = "e.g. cloud-88")
    String id;

    @Option(names = "--json", description = "all of it, as it is stored")
    boolean json;

    @Mixin
    OnAws aws;

    @Override
    public Integer call() throws IOException {
        var ticket = TicketId.parse(id)
                .orElseThrow(
                        () -> new CommandFailure("\"" + id + "\" is no ticket; allowed: DESK-NUMBER, e.g. cloud-88"));
        try (var table = OpenTable.of(aws)) {
            var found = TicketDump.read(table.db(), table.name(), ticket, Instant.now())
                    .orElseThrow(() -> new CommandFailure("there is no ticket " + ticket));
            var out = spec.commandLine().getOut();
            if (json) {
                out.println(JSON.readTree(found.json()).toPrettyString());
            } else {
                print(found, out);
            }
            return 0;
        } catch (SdkException e) {
            throw OpenTable.unreachable(aws, e);
        }
    }

    static void print(TicketDump found, PrintWriter out) {
        head(found, out);
        found.commits().forEach(commit -> {
            commit.events().forEach(event -> out.println(line(event)));
            commit.withheld()
                    .forEach(withheld -> out.println("        not told: " + withheld.address() + ", " + withheld.rule()
                            + ": " + withheld.reason()));
            found.notices().stream()
                    .filter(notice -> notice.seq() == commit.events().getLast().seq())
                    .forEach(notice -> out.println("        notice to " + notice.to()
                            + notice.text().map(text -> " (" + text + ")").orElse("") + ": " + notice.state()
                            + notice.id().map(mail -> ", " + mail).orElse("")));
        });
    }

    private static void head(TicketDump found, PrintWriter out) {
        var ticket = found.ticket();
        out.println(ticket.id() + " " + ticket.type() + " \"" + safe(ticket.subject()) + "\"");
        out.println("  " + ticket.state() + " since " + ticket.since() + ", " + ticket.priority() + ", queue "
                + ticket.queue() + ", version " + ticket.seq());
        out.println("  of " + ticket.requester().address()
                + ticket.organization().map(organization -> ", " + organization).orElse("") + ", owner "
                + ticket.owner().map(owner -> owner.address()).orElse("nobody"));
        out.println("  next due " + found.due().map(Instant::toString).orElse("never") + clocks(ticket)
                + ticket.mergedInto().map(other -> ", merged into " + other).orElse(""));
    }

    private static String clocks(Ticket ticket) {
        var words = new StringBuilder();
        ticket.clocks()
                .forEach((name, clock) -> words.append(", clock ")
                        .append(name)
                        .append(' ')
                        .append(clock.phase().name().toLowerCase(java.util.Locale.ROOT))
                        .append(clock.due().map(due -> " until " + due).orElse("")));
        return words.toString();
    }

    private static String line(RecordedEvent event) {
        var who = event.by().isPerson()
                ? event.by().address()
                : event.by().person().name();
        return "%6d  %s  %s  %s".formatted(event.seq(), event.at(), who, safe(EventWords.of(event, ZoneOffset.UTC)));
    }

    /** On one line, and with nothing that a terminal would act on: a customer wrote it. */
    private static String safe(String text) {
        return text.strip().replaceAll("\\R", "⏎").replaceAll("[\\p{Cntrl}\\u202a-\\u202e\\u2066-\\u2069]", "�");
    }
}

package guichet.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.net.smtp.SMTPClient;
import org.apache.commons.net.smtp.SMTPReply;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("stack")
class HardStopTest {
    private static final int MAILS = 40;
    private static final int TAKEN_BEFORE_THE_END = 30;

    @TempDir
    Path data;

    @Test
    void what_smtp_took_survives_the_kill_of_the_whole_stack() throws Exception {
        var taken = new ArrayList<String>();
        try (var process = StackProcess.start(data)) {
            for (var number = 0; number < MAILS; number++) {
                if (number == TAKEN_BEFORE_THE_END) {
                    process.killAll();
                }
                smtp(process.smtpPort(), number).ifPresent(taken::add);
            }
        }
        assertEquals(TAKEN_BEFORE_THE_END, taken.size(), "nobody took a mail after the end");

        try (var desk = Helpdesk.start(StackProcess.config(data))) {
            desk.settle();
            var commits = desk.commits();
            var tickets = new TicketsOfMails(commits);
            assertEquals(
                    List.of(),
                    taken.stream()
                            .filter(mail -> tickets.of(mail).size() != 1)
                            .map(mail -> mail + " " + tickets.of(mail))
                            .toList(),
                    "mails that are not in exactly one ticket");
            var notices = Notices.of(desk, commits);
            assertEquals(List.of(), notices.missing(), "notices that never went out");
            assertTrue(desk.deadLetters().isEmpty(), desk.deadLetters().toString());
            System.out.printf(
                    "hard stop: %d mails taken, %d notices, %d went out more than once%n",
                    taken.size(), notices.decided().size(), notices.repeated().size());
        }
    }

    /** @return SES's id of the mail, where the server said 250 to it */
    private static java.util.Optional<String> smtp(int port, int number) {
        var client = new SMTPClient(StandardCharsets.ISO_8859_1.name());
        client.setConnectTimeout(30_000);
        client.setDefaultTimeout(30_000);
        try {
            client.connect("127.0.0.1", port);
            client.helo("client.example");
            client.setSender("client" + number + "@acme.example");
            client.addRecipient(Helpdesk.ADDRESS);
            try (var data = client.sendMessageData()) {
                data.write(new String(
                        Mail.from("client" + number + "@acme.example", "Avant la fin " + number)
                                .id("fin." + number + "@acme.example")
                                .raw(),
                        StandardCharsets.ISO_8859_1));
            }
            client.completePendingCommand();
            var answer = client.getReplyString().strip();
            return SMTPReply.isPositiveCompletion(client.getReplyCode())
                    ? java.util.Optional.of(answer.substring(answer.lastIndexOf(' ') + 1))
                    : java.util.Optional.empty();
        } catch (IOException e) {
            return java.util.Optional.empty();
        } finally {
            try {
                client.disconnect();
            } catch (IOException e) {
                // It hung up first.
            }
        }
    }
}

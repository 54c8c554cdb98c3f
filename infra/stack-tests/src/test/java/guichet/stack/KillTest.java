package guichet.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("stack")
class KillTest {
    private static final int MAILS = Integer.getInteger("mails", 150);
    private static final int KILLS = 20;
    private static final long SEED = 20261122;
    private static final List<String> VICTIMS = List.of("InboundMail", "Fanout", "Notifier", "Feedback");
    private static final int SENDERS = 40;
    /** Longer than a batch takes, restart of its process included: else the queue hands it out twice, and counts. */
    private static final Duration VISIBILITY = Duration.ofSeconds(10);
    private static final String LEASE = "PT8S";

    @Test
    void after_twenty_kills_every_mail_is_in_one_ticket_and_every_notice_has_gone_out() throws Exception {
        var random = new Random(SEED);
        var config = Helpdesk.config().withVisibility(VISIBILITY).withPatience(Duration.ofMinutes(4)).withEnvironment(Map.of("GUICHET_NOTICE_LEASE", LEASE));
        try (var desk = Helpdesk.start(config)) {
            var mails = new ArrayList<String>();
            var killed = new ArrayList<String>();
            var atWork = 0;
            for (var i = 0; i < KILLS; i++) {
                while (mails.size() < MAILS * (i + 1) / KILLS) {
                    mails.add(send(desk, mails.size(), random));
                }
                // Some way into the slice: whatever is under way then, dies.
                var goal = mails.size() - random.nextInt(MAILS / KILLS + 1);
                Waiting.until(() -> desk.stack.aws().outbox().all().size() >= goal || idle(desk), Duration.ofSeconds(60));
                var victim = VICTIMS.get(random.nextInt(VICTIMS.size()));
                Waiting.until(() -> desk.stack.function(victim).open() > 0 || idle(desk), Duration.ofSeconds(60));
                atWork += desk.stack.function(victim).open() > 0 ? 1 : 0;
                kill(desk, victim);
                killed.add(victim);
            }
            desk.settle();

            assertTrue(atWork > 0, "killed at work: " + atWork);
            var commits = desk.commits();
            var tickets = new TicketsOfMails(commits);
            assertEquals(List.of(), mails.stream().filter(mail -> tickets.of(mail).size() != 1).map(mail -> mail + " " + tickets.of(mail)).toList(), "mails that are not in exactly one ticket");
            var notices = Notices.of(desk, commits);
            assertEquals(List.of(), notices.missing(), "notices that never went out");
            assertEquals(List.of(), notices.unknown(), "mails that nobody decided on");
            assertEquals(Map.of(), desk.deadLetters());
            System.out.printf("kill test: %d mails, %d kills, %d of them at work %s, %d notices, %d went out more than once %s%n", mails.size(), killed.size(), atWork, killed,
                    notices.decided().size(), notices.repeated().size(), notices.repeated());
            // A repeat needs a sender that died between SES's yes and our record: at most one notice for each that was killed.
            assertTrue(notices.repeated().size() <= killed.stream().filter("Notifier"::equals).count(), notices.repeated().toString());
        }
    }

    /** One mail in five answers an earlier one, which may not have been taken in yet. */
    private static String send(Helpdesk desk, int number, Random random) throws Exception {
        var sender = number % SENDERS;
        var address = "client" + sender + "@acme.example";
        var mail = Mail.from("Client " + sender + " <" + address + ">", "Panne numéro " + number).id(id(number)).says("Panne numéro " + number + ".\r\n");
        if (number >= SENDERS && random.nextInt(5) == 0) {
            mail.with("In-Reply-To", "<" + id(number - SENDERS) + ">");
        }
        return desk.mail(address, mail.raw());
    }

    private static String id(int number) {
        return "panne." + number + "@acme.example";
    }

    private static boolean idle(Helpdesk desk) {
        return VICTIMS.stream().allMatch(victim -> desk.stack.function(victim).open() == 0);
    }

    private static void kill(Helpdesk desk, String function) throws Exception {
        var victim = desk.stack.function(function).processes().getFirst();
        assertTrue(victim.destroyForcibly());
        victim.onExit().get(30, java.util.concurrent.TimeUnit.SECONDS);
        Waiting.until(() -> desk.stack.function(function).processes().stream().anyMatch(process -> process.isAlive() && process.pid() != victim.pid()), Duration.ofSeconds(60));
    }
}

package guichet.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code -Dmails=150} is quicker, and still kills at work only. */
@Tag("stack")
class KillTest {
    private static final int MAILS = Integer.getInteger("mails", 500);
    private static final int KILLS = 20;
    private static final long SEED = 20261122;
    private static final int SLICE = MAILS / KILLS;
    /**
     * Who dies, the more often the more it does; and how many calls it surely makes while one slice of the mails
     * passes.
     */
    private static final List<String> VICTIMS = List.of(
            "InboundMail",
            "InboundMail",
            "InboundMail",
            "Fanout",
            "Fanout",
            "Notifier",
            "Notifier",
            "Notifier",
            "Feedback");

    private static final Map<String, Integer> CALLS =
            Map.of("InboundMail", SLICE, "Fanout", 2, "Notifier", SLICE, "Feedback", 1);
    private static final int SENDERS = 40;
    /** Longer than a batch takes, restart of its process included: else the queue hands it out twice, and counts. */
    private static final Duration VISIBILITY = Duration.ofSeconds(10);

    private static final String LEASE = "PT8S";
    /** What the notifier writes of each mail that SES took: its id, and then that it went out. */
    private static final int RECORDS = 2;

    @Test
    void after_twenty_kills_every_mail_is_in_one_ticket_and_every_notice_has_gone_out() throws Exception {
        var random = new Random(SEED);
        try (var wire = new Wire()) {
            var environment = new HashMap<>(wire.environment());
            environment.put("GUICHET_NOTICE_LEASE", LEASE);
            try (var desk = Helpdesk.start(Helpdesk.config()
                    .withVisibility(VISIBILITY)
                    .withPatience(Duration.ofMinutes(4))
                    .withEnvironment(environment))) {
                wire.lead(desk);
                var mails = new ArrayList<String>();
                var deaths = new ArrayList<Wire.Death>();
                for (var i = 1; i <= KILLS; i++) {
                    var death = wire.arm(kill(random));
                    while (mails.size() < MAILS * i / KILLS) {
                        mails.add(send(desk, mails.size(), random));
                    }
                    deaths.add(death.get(2, TimeUnit.MINUTES));
                }
                desk.settle();
                check(desk, mails, deaths);
            }
        }
    }

    private static void check(Helpdesk desk, List<String> mails, List<Wire.Death> deaths) {
        var commits = desk.commits();
        var tickets = new TicketsOfMails(commits);
        assertEquals(
                List.of(),
                mails.stream()
                        .filter(mail -> tickets.of(mail).size() != 1)
                        .map(mail -> mail + " " + tickets.of(mail))
                        .toList(),
                "mails that are not in exactly one ticket");
        var notices = Notices.of(desk, commits);
        assertEquals(List.of(), notices.missing(), "notices that never went out");
        assertEquals(List.of(), notices.unknown(), "mails that nobody decided on");
        assertEquals(Map.of(), desk.deadLetters());
        // A repeat needs a sender that died between SES's yes and our record: at most one notice for each.
        var unrecorded = deaths.stream().filter(KillTest::diedUnrecorded).count();
        System.out.printf(
                "kill test: %d mails, %d processes killed at work: %s%n%d notices; senders that died before they noted what SES had taken: %d; went out more than once: %d %s%n",
                mails.size(),
                deaths.size(),
                deaths,
                notices.decided().size(),
                unrecorded,
                notices.repeated().size(),
                notices.repeated());
        assertTrue(notices.repeated().size() <= unrecorded, notices.repeated().toString());
    }

    private static boolean diedUnrecorded(Wire.Death death) {
        var sent = death.done().lastIndexOf("SendEmail");
        return sent >= 0
                && Collections.frequency(death.done().subList(sent, death.done().size()), "UpdateItem") < RECORDS;
    }

    /**
     * Some function, at one of the calls that it makes while a slice of the mails passes; before the call, or after it.
     */
    private static Wire.Kill kill(Random random) {
        var victim = VICTIMS.get(random.nextInt(VICTIMS.size()));
        return new Wire.Kill(
                victim,
                1 + random.nextInt(CALLS.get(victim)),
                random.nextBoolean() ? Wire.Moment.BEFORE : Wire.Moment.AFTER);
    }

    /** One mail in five answers an earlier one, which may not have been taken in yet. */
    private static String send(Helpdesk desk, int number, Random random) throws Exception {
        var sender = number % SENDERS;
        var address = "client" + sender + "@acme.example";
        var mail = Mail.from("Client " + sender + " <" + address + ">", "Panne numéro " + number)
                .id(id(number))
                .says("Panne numéro " + number + ".\r\n");
        if (number >= SENDERS && random.nextInt(5) == 0) {
            mail.with("In-Reply-To", "<" + id(number - SENDERS) + ">");
        }
        return desk.mail(address, mail.raw());
    }

    private static String id(int number) {
        return "panne." + number + "@acme.example";
    }
}

package guichet.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.local.mail.MailView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Machines that answer each other for a simulated day: what the stack sends is handed in again as it went out. */
@Tag("stack")
@ExtendWith(SharedHelpdesk.class)
class LoopsTest {
    private static final String CLOUD = Helpdesk.ADDRESS;
    private static final String LOGEAS = "support@logeas.example";
    private static final String AGENT = "guillaume@logeas.example";
    private static final String CUSTOMER = "compta@entraide.example";
    private static final Duration ROUND = Duration.ofMinutes(10);
    /** The usual cap: this desk says no other. */
    private static final int AN_HOUR = 100;
    /** Hours of the day in which the robot answers whatever it gets; in the others it reports {@value #QUIET} times. */
    private static final Set<Integer> STORMS = Set.of(0, 20);

    private static final int QUIET = 3;

    private final Helpdesk desk;
    private int seen;

    LoopsTest(Helpdesk desk) {
        this.desk = desk;
        this.seen = desk.stack.outbox().size();
    }

    /** The mails that have gone out since this was last asked. */
    private List<MailView> news() throws Exception {
        desk.settle();
        var all = desk.stack.outbox();
        var news = List.copyOf(all.subList(seen, all.size()));
        seen = all.size();
        return news;
    }

    private void hand(Instant at, String from, String to, String raw) {
        try {
            desk.stack.mail(("X-Guichet-At: " + at + "\r\n" + raw).getBytes(StandardCharsets.UTF_8), from, to);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String plain(String from, String to, String subject) {
        return "From: " + from + "\r\nTo: " + to + "\r\nSubject: " + subject + "\r\nMessage-ID: <" + subject.hashCode()
                + "." + from + ">\r\n\r\nBonjour.\r\n";
    }

    /** What a rude gateway leaves of a mail of ours: nothing says that it is automatic. */
    private static String rude(String raw) {
        return raw.lines()
                .filter(line -> !line.startsWith("Auto-Submitted:") && !line.startsWith("X-"))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    /** @return the mails from the first to the second, and back */
    private List<List<MailView>> twoDesks(Instant morning, String subject, UnaryOperator<String> gateway)
            throws Exception {
        hand(morning, LOGEAS, CLOUD, plain(LOGEAS, CLOUD, subject));
        var sent = new ArrayList<MailView>();
        for (var at = morning.plus(ROUND); at.isBefore(morning.plus(Duration.ofDays(1))); at = at.plus(ROUND)) {
            var underway = news().stream()
                    .filter(mail ->
                            mail.sent().to().contains(CLOUD) || mail.sent().to().contains(LOGEAS))
                    .toList();
            if (underway.isEmpty()) {
                return List.of(to(LOGEAS, sent), to(CLOUD, sent));
            }
            sent.addAll(underway);
            for (var mail : underway) {
                var to = mail.sent().to().getFirst();
                hand(at, to.equals(CLOUD) ? LOGEAS : CLOUD, to, gateway.apply(mail.raw()));
            }
        }
        throw new AssertionError("they still write at the end of the day: " + sent.size());
    }

    private static List<MailView> to(String address, List<MailView> mails) {
        return mails.stream().filter(mail -> mail.sent().to().contains(address)).toList();
    }

    @Test
    void two_of_our_desks_never_answer_each_other() throws Exception {
        var sent = twoDesks(Instant.parse("2026-06-01T00:00:00Z"), "Entre nous", UnaryOperator.identity());
        assertEquals(List.of(0, 0), sent.stream().map(List::size).toList());
    }

    @Test
    void nor_do_they_behind_a_rude_gateway() throws Exception {
        var sent = twoDesks(Instant.parse("2026-06-02T00:00:00Z"), "Entre nous sans politesse", LoopsTest::rude);
        assertEquals(List.of(0, 0), sent.stream().map(List::size).toList());
    }

    @Test
    void
            a_rude_robot_that_never_uses_an_address_or_a_subject_twice_gets_the_cap_of_each_hour_of_a_day_and_the_ticket_says_so()
                    throws Exception {
        var morning = Instant.parse("2026-06-03T00:00:00Z");
        var sent = new ArrayList<Integer>(); // the hour of each mail
        for (var hour = 0; hour < 24; hour++) {
            robot(morning, hour, STORMS.contains(hour) ? 60 : QUIET, sent);
        }
        var byHour = new int[24];
        for (var answers = toRobots(news()); !answers.isEmpty(); answers = toRobots(news())) {
            for (var number : answers) {
                var hour = sent.get(number);
                byHour[hour]++;
                if (STORMS.contains(hour)) {
                    robot(morning, hour, 1, sent); // it answers each answer, from elsewhere
                }
            }
        }
        for (var hour = 0; hour < 24; hour++) {
            assertEquals(STORMS.contains(hour) ? AN_HOUR : QUIET, byHour[hour], "the cap of hour " + hour);
        }

        var alarms = desk.as(AGENT).list("/api/desks/logeas/tickets?view=all").stream()
                .filter(row -> row.path("subject").asText().startsWith("Alarme "))
                .toList();
        assertEquals(sent.size(), alarms.size(), "every mail is kept");
        var last = "logeas-"
                + alarms.stream()
                        .mapToInt(row -> row.path("number").asInt())
                        .max()
                        .orElseThrow();
        var withheld = desk.as(AGENT).get("/api/tickets/" + last).text();
        assertTrue(
                withheld.contains("loop protection: 100 mails in an hour to senders of robots.example already"),
                withheld);
        var french = desk.as(AGENT).get("/api/tickets/" + last, "fr").text();
        assertTrue(french.contains("déjà 100 mails en une heure aux expéditeurs de robots.example"), french);

        hand(morning.plus(ROUND), CUSTOMER, LOGEAS, plain(CUSTOMER, LOGEAS, "Pendant l'orage"));
        assertEquals(
                1,
                news().stream()
                        .filter(mail -> mail.sent().to().contains(CUSTOMER))
                        .count(),
                "a customer is answered all the same");
        robot(morning, 21, 1, sent);
        assertEquals(List.of(sent.size() - 1), toRobots(news()), "and a stranger an hour later");
    }

    /** Their numbers. */
    private static List<Integer> toRobots(List<MailView> mails) {
        return mails.stream()
                .map(mail -> mail.sent().to().getFirst())
                .filter(to -> to.endsWith("@robots.example"))
                .map(to -> Integer.valueOf(to.substring("robot".length(), to.indexOf('@'))))
                .toList();
    }

    /**
     * So many mails within an hour of the day, each from an address of its own. @param sent the hour of each mail so
     * far
     */
    private void robot(Instant morning, int hour, int mails, List<Integer> sent) {
        for (var i = 0; i < mails; i++) {
            var from = "robot" + sent.size() + "@robots.example";
            hand(morning.plus(Duration.ofHours(hour)), from, LOGEAS, plain(from, LOGEAS, "Alarme " + sent.size()));
            sent.add(hour);
        }
    }
}

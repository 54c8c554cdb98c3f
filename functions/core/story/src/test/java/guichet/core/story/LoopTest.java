package guichet.core.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.command.Command;
import guichet.core.desk.Channel;
import guichet.core.story.MailingDesk.Sent;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Body;
import guichet.core.ticket.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Machines that answer each other for a simulated day, each mail on its way for twenty seconds. */
class LoopTest {
    private static final Instant MORNING = Instant.parse("2026-03-02T00:00:00Z");
    private static final Instant NIGHT = MORNING.plus(Duration.ofDays(1));
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(20);
    private static final Actor NADIA = Actor.agent("nadia@cloud.example", "Nadia Roux");

    private final MailingDesk cloud = new MailingDesk("cloud");
    private final MailingDesk logeas = new MailingDesk("logeas");
    private final PriorityQueue<Arriving> underway =
            new PriorityQueue<>(Comparator.comparing(Arriving::at).thenComparing(Arriving::number));
    private int written;

    private record Arriving(Instant at, int number, String to, String raw) {}

    private void post(Instant at, String to, String raw) {
        underway.add(new Arriving(at.plus(ON_ITS_WAY), ++written, to, raw));
    }

    /**
     * Until no mail is underway, or the day is over. @param gateway what it does to each mail of a desk @param robot
     * answers whatever is sent to neither desk
     */
    private void aDay(UnaryOperator<Sent> gateway, UnaryOperator<Arriving> robot) {
        while (!underway.isEmpty() && underway.peek().at().isBefore(NIGHT)) {
            var mail = underway.remove();
            if (mail.to().equals(cloud.address()) || mail.to().equals(logeas.address())) {
                var desk = mail.to().equals(cloud.address()) ? cloud : logeas;
                desk.take(mail.at(), mail.to(), mail.raw(), "pass").stream()
                        .map(gateway)
                        .forEach(sent -> post(mail.at(), sent.to(), sent.raw()));
            } else {
                var answer = robot.apply(mail);
                post(mail.at(), answer.to(), answer.raw());
            }
        }
    }

    private static Sent polite(Sent sent) {
        return sent;
    }

    /** A gateway that takes off what says that a mail is automatic. */
    private static Sent rude(Sent sent) {
        return sent.without("Auto-Submitted", "X-");
    }

    private static Arriving nobody(Arriving mail) {
        throw new AssertionError("a mail to " + mail.to());
    }

    private String plain(String from, String to, String subject) {
        return "From: " + from + "\nTo: " + to + "\nSubject: " + subject + "\nMessage-ID: <r" + ++written
                + "@robots.example>\n\nMail " + written + ".\n";
    }

    /** What a robot is that never uses an address or a subject twice. */
    private Arriving fromElsewhere(Arriving mail) {
        var desk = mail.raw()
                .lines()
                .filter(line -> line.startsWith("From: "))
                .findFirst()
                .orElseThrow()
                .replaceAll(".*<|>.*", "");
        return new Arriving(
                mail.at(), 0, desk, plain("robot" + written + "@robots.example", desk, "Alarme " + written));
    }

    private Arriving fromAnotherDomain(Arriving mail) {
        var desk = fromElsewhere(mail).to();
        return new Arriving(
                mail.at(), 0, desk, plain("robot@r" + written + ".robots.example", desk, "Alarme " + written));
    }

    private static long inBusiestHour(List<Sent> sent) {
        return sent.stream()
                .collect(Collectors.groupingBy(
                        mail -> mail.at().truncatedTo(java.time.temporal.ChronoUnit.HOURS), Collectors.counting()))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    @Test
    void two_of_our_desks_say_one_thing_each_at_most_and_fall_silent() {
        post(MORNING, cloud.address(), plain(logeas.address(), cloud.address(), "Notre Jira"));
        aDay(LoopTest::polite, LoopTest::nobody);
        assertEquals(1, cloud.sent.size());
        assertEquals(0, logeas.sent.size(), "an acknowledgement is not acknowledged");
        assertEquals(1, logeas.tickets().size(), "but kept");
    }

    @Test
    void two_of_our_desks_behind_a_rude_gateway_find_their_own_tickets_and_fall_silent() {
        post(MORNING, cloud.address(), plain(logeas.address(), cloud.address(), "Notre Jira"));
        aDay(LoopTest::rude, LoopTest::nobody);
        assertEquals(1, cloud.sent.size());
        assertEquals(1, logeas.sent.size());
        assertEquals(
                List.of(1, 1), List.of(cloud.tickets().size(), logeas.tickets().size()));
    }

    @Test
    void two_of_our_desks_whose_mails_lose_all_that_tells_a_thread_send_the_cap_of_a_day() {
        post(MORNING, cloud.address(), plain(logeas.address(), cloud.address(), "Notre Jira"));
        aDay(
                sent -> new Sent(
                        sent.at(),
                        sent.ticket(),
                        sent.to(),
                        plain(sent.header("From").replaceAll(".*<|>.*", ""), sent.to(), "Alarme"),
                        sent.notice()),
                LoopTest::nobody);
        var caps = cloud.desk.mail().caps();
        assertTrue(
                inBusiestHour(cloud.sent) <= caps.mailsPerHour() && inBusiestHour(logeas.sent) <= caps.mailsPerHour());
        assertEquals(
                caps.mailsPerHour(),
                Math.max(cloud.sent.size(), logeas.sent.size()),
                "the first hour's cap ends it: nobody writes any more");
        var silenced = cloud.withheld(cloud.lastTicket().id()).isEmpty() ? logeas : cloud;
        var reason = silenced.withheld(silenced.lastTicket().id()).getFirst().reason();
        assertTrue(
                reason.fr().contains("protection contre les boucles")
                        && reason.fr().contains("60 mails en une heure à cette adresse"),
                reason.fr());
        assertTrue(
                reason.en().contains("loop protection") && reason.en().contains("60 mails in an hour to this address"),
                reason.en());
    }

    @Test
    void a_rude_robot_that_never_uses_an_address_or_a_subject_twice_gets_the_cap_of_its_domain() {
        for (var at = MORNING; at.isBefore(NIGHT.minus(ON_ITS_WAY)); at = at.plusSeconds(60)) {
            post(
                    at,
                    logeas.address(),
                    plain(
                            "robot" + written + "@robots.example",
                            logeas.address() + ", " + cloud.address(),
                            "Alarme " + written));
        }
        aDay(LoopTest::rude, this::fromElsewhere);
        var caps = logeas.desk.mail().caps();
        assertEquals(caps.strangersPerHour(), inBusiestHour(logeas.sent));
        assertEquals(caps.strangersPerDay(), logeas.sent.size());
        assertTrue(logeas.tickets().size() > 2_000, "every mail is kept");
        var reason = logeas.withheld(logeas.lastTicket().id()).getFirst().reason();
        assertTrue(reason.fr().contains("2000 mails en un jour aux expéditeurs sans organisation"), reason.fr());
        assertTrue(reason.en().contains("2000 mails in a day to senders of no organization"), reason.en());
        var hourly = logeas.tickets().stream()
                .flatMap(ticket -> logeas.withheld(ticket.id()).stream())
                .findFirst()
                .orElseThrow()
                .reason();
        assertTrue(hourly.fr().contains("100 mails en une heure aux expéditeurs de robots.example"), hourly.fr());
        assertTrue(hourly.en().contains("100 mails in an hour to senders of robots.example"), hourly.en());
        assertEquals(
                1,
                logeas.take(
                                NIGHT.minusSeconds(1),
                                plain("compta@entraide.example", logeas.address(), "LoGeAs est lent"))
                        .size(),
                "a customer is answered all the same");
    }

    @Test
    void a_rude_robot_that_varies_its_domain_as_well_gets_the_cap_of_all_strangers() {
        for (var at = MORNING; at.isBefore(NIGHT.minus(ON_ITS_WAY)); at = at.plusSeconds(60)) {
            post(
                    at,
                    logeas.address(),
                    plain("robot@s" + written + ".robots.example", logeas.address(), "Alarme " + written));
        }
        aDay(LoopTest::rude, this::fromAnotherDomain);
        assertEquals(logeas.desk.mail().caps().strangersPerDay(), logeas.sent.size());
    }

    @Test
    void a_busy_companys_people_are_all_answered() {
        for (var i = 0; i < 500; i++) {
            assertEquals(
                    1,
                    cloud.take(
                                    MORNING.plusSeconds(7 * i),
                                    plain("client" + i % 120 + "@acme.example", cloud.address(), "Demande " + i))
                            .size());
        }
    }

    @Test
    void what_agents_write_in_the_portal_is_not_capped() {
        cloud.take(MORNING, plain("bob@elsewhere.example", cloud.address(), "Une question"));
        var ticket = cloud.lastTicket().id();
        for (var i = 0; i < 300; i++) {
            assertEquals(
                    1,
                    cloud.act(
                                    ticket,
                                    new Command.AddMessage(
                                            NADIA,
                                            Visibility.PUBLIC,
                                            Channel.PORTAL,
                                            Body.of("Réponse " + i),
                                            Optional.empty(),
                                            Optional.empty(),
                                            List.of()),
                                    MORNING.plusSeconds(i))
                            .size());
        }
        assertFalse(cloud.events(ticket).isEmpty());
    }

    @Test
    void an_unauthenticated_robot_gets_no_answer_at_all() {
        assertEquals(
                0,
                cloud.take(MORNING, cloud.address(), plain("robot@robots.example", cloud.address(), "Alarme"), "fail")
                        .size());
        assertEquals(1, cloud.tickets().size());
    }
}

package guichet.core.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A story that does not come out says so, with what was expected and what is. */
class PlayerTest {
    private static final Desks CLOUD = Desks.read("cloud");
    private static final String ASKED = """
            - 2026-03-02 10:00 alice@acme.example mails "Jira est lent"
            - 2026-03-02 10:30 nadia@cloud.example moves to attente-client saying "Depuis quand ?"
            """;

    private static Played play(String steps) {
        var read = StoryFile.read("a.yaml", "story: S3-01 a title\ndesk: cloud\nsteps:\n" + steps);
        assertEquals(List.of(), read.problems());
        assertEquals(List.of(), StoryChecks.check(read.story().orElseThrow(), CLOUD.cast()));
        return Player.play(read.story().orElseThrow(), CLOUD.desk(), CLOUD.world());
    }

    /** Steps after the question of 10:30, of which the last must fail. */
    private static Played.Failure failure(String... steps) {
        var played = play(ASKED
                + String.join(
                        "",
                        java.util.Arrays.stream(steps)
                                .map(step -> "- " + step + "\n")
                                .toList()));
        assertEquals(1, played.failures().size(), () -> String.join("\n", played.timeline()));
        assertTrue(
                played.timeline().stream().anyMatch(line -> line.contains("✗ line " + (5 + steps.length))),
                () -> String.join("\n", played.timeline()));
        return played.failures().getFirst();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "the state is en-cours                                     | en-cours                      | attente-client",
                "the owner is nadia@cloud.example                          | nadia@cloud.example           | nobody",
                "the priority is high                                      | high                          | normal",
                "the resolution is consulting                              | consulting                    | none",
                "the requester is albert@acme.example                      | albert@acme.example           | alice@acme.example",
                "the clock response is running                             | running                       | met",
                "the clock response is met at 31m                          | met at 31m                    | met at 30m",
                "the clock response is met, due 2026-03-02 18:01           | due 2026-03-02 18:01          | due 2026-03-02 18:00",
                "alice@acme.example is sent fermee                         | is sent fermee                | is sent attente-client",
                "alice@acme.example is sent attente-client with \"Adieu\"  | “Adieu”                       | Depuis quand",
                "karim@cloud.example is sent \"Depuis\"                    | karim@cloud.example           | alice@acme.example is sent",
                "alice@acme.example is sent nothing                        | no mail                       | alice@acme.example is sent attente-client",
                "nobody is sent anything                                   | no mail                       | alice@acme.example",
                "nobody else is sent anything                              | no mail                       | alice@acme.example",
                "alice@acme.example is not told because \"opened\"         | not told                      | nothing was withheld",
                "alice@acme.example sees 2 requests                        | 2 requests                    | 1 request",
                "gina@globex.example sees the ticket                       | can be read, is listed        | cannot be read, is not listed",
                "alice@acme.example does not see the ticket                | cannot be read, is not listed | can be read, is listed",
                "alice@acme.example may escalate, and is shown \"112\"     | 112                           | +33 3 67 10 00 10",
                "alice@acme.example may escalate because other, and is shown \"+33 3 67 10 00 10\" | because other; | because expertise, too-slow, other;",
                "alice@acme.example may move to fermee                     | fermee                        | nowhere",
                "nadia@cloud.example may not move the ticket               | nowhere                       | en-cours, fermee, planifiee",
                "the timeline says \"Adieu\"                               | at least once                 | 0 times",
                "the timeline says \"Depuis quand\" 2 times                | 2 times                       | 1 times",
                "the timeline does not say \"Depuis quand\"                | 0 times                       | 1 times",
                "there are 2 tickets                                       | 2                             | 1",
                "on ticket 2, the state is soumise                         | a ticket                      | none",
                "alice@acme.example moves to fermee saying \"Merci\"       | that it is done               | refused: Moving from",
                "alice@acme.example replies \"Hier.\" and is refused       | refused                       | it was done",
                "nadia@cloud.example moves to fermee and is refused because of \"when\" | saying when      | “comment” is required",
                "gina@globex.example replies \"Hello\"                     | that it is done               | has got no mail",
                "on ticket 3, nadia@cloud.example comments \"x\"           | that it is done               | no such ticket in the story",
            })
    void what_is_not_so_is_told_with_what_is(String step, String expected, String actual) {
        var failure = failure(step);
        assertEquals(step, failure.step());
        assertTrue(failure.expected().contains(expected), failure::toString);
        assertTrue(failure.actual().contains(actual), failure::toString);
    }

    @Test
    void a_clock_that_has_run_out_is_breached_though_no_sweep_came() {
        assertEquals(List.of(), play("""
                - 2026-03-02 10:00 alice@acme.example mails "Jira est lent"
                - sweeps stop
                - 2026-03-02 17:59 the clock response is running at 7h59m
                - 2026-03-02 18:00 the clock response is breached at 8h, due 2026-03-02 18:00
                - nobody is sent anything
                """).failures());
    }

    @Test
    void whoever_the_directory_does_not_list_writes_mail_and_finds_nothing_in_the_portal() {
        assertEquals(List.of(), play("""
                - 2026-03-02 10:00 martin@provider.example mails "Bonjour"
                - martin@provider.example does not see the ticket
                - martin@provider.example moves to fermee saying "Merci" and is refused because of "no such ticket"
                - martin@provider.example opens "Encore moi" in the portal and is refused because of "no such ticket"
                - there is 1 ticket
                """).failures());
    }

    @Test
    void the_address_that_a_reply_goes_to_is_nobody_in_copy() {
        assertEquals(List.of(), play(ASKED + """
                - 2026-03-02 11:00 alice@acme.example replies "Depuis hier."
                - 2026-03-02 11:10 nadia@cloud.example comments "Merci."
                - alice@acme.example is sent "Merci."
                - nobody else is sent anything
                """).failures());
    }

    @Test
    void a_mail_a_minute_early_is_not_that_mail() {
        var failure = failure("2026-03-05 10:31 alice@acme.example is sent \"Nous attendons toujours\"");
        assertTrue(failure.actual().contains("at 2026-03-05 10:30"), failure::toString);
    }

    @Test
    void a_doing_forgets_the_mails_before_it() {
        failure(
                "2026-03-05 10:30 nadia@cloud.example notes \"À rappeler.\"",
                "alice@acme.example is sent \"Nous attendons toujours\"");
    }

    @Test
    void a_story_goes_on_after_what_failed() {
        assertEquals(
                2,
                play(ASKED + "- the state is en-cours\n- the priority is high\n")
                        .failures()
                        .size());
    }

    @Test
    void the_timeline_shows_what_was_done_what_came_of_it_and_who_was_told_why() {
        var timeline = String.join(
                "\n", play(ASKED + "- 2026-03-20 10:00 the state is fermee\n").timeline());
        for (var part : List.of(
                "2026-03-02 10:00        alice@acme.example mails \"Jira est lent\"",
                "cloud-1 soumise → attente-client",
                "mail to alice@acme.example: attente-client “",
                "(the creator hears what we wait for; the creator and people in copy get our answers)",
                "2026-03-05 10:30            cloud-1 timer: a silent customer is reminded",
                "2026-03-14 10:30            cloud-1 timer: a silent customer's request is closed",
                "cloud-1 attente-client → fermee",
                "2026-03-20 10:00          ",
                "✓ the state is fermee")) {
            assertTrue(timeline.contains(part), () -> part + " is not in\n" + timeline);
        }
    }

    @Test
    void timers_fire_with_the_sweep_of_the_minute_and_are_stamped_with_their_own_second() {
        var world = CLOUD.world();
        var opened = (World.Outcome.Done) world.act(
                java.time.Instant.parse("2026-03-02T09:00:30Z"),
                java.util.Optional.empty(),
                new Act.Mails("alice@acme.example", "Jira est lent", "x", List.of()));
        world.happenings();
        world.pass(java.time.Instant.parse("2026-03-02T17:00:59Z"));
        assertEquals(
                1,
                world.happenings().stream()
                        .filter(StoryEvent.Noted.class::isInstance)
                        .count());
        world.pass(java.time.Instant.parse("2026-03-02T17:01:00Z"));
        var news = world.happenings();
        assertEquals(
                java.time.Instant.parse("2026-03-02T17:00:30Z"), news.getFirst().at());
        assertEquals(
                java.time.Instant.parse("2026-03-02T17:01:00Z"), news.getLast().at());
        assertEquals(opened.ticket(), ((StoryEvent.Sent) news.getLast()).ticket());
    }
}

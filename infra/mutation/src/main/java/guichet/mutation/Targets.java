package guichet.mutation;

import java.util.List;

/** All that decides, part by part; what is dear to run stands last. */
final class Targets {
    private static final String CORE = "functions/core/";
    private static final List<String> TESTS_OF_TICKETS =
            packages("ticket", "sla", "automation", "notice", "access", "command", "signing", "intake", "story");

    static final List<Target> ALL = List.of(
            ofTickets("access", "access"),
            ofTickets("clocks", "sla"),
            ofTickets("automation", "automation"),
            ofTickets("evolution", "ticket"),
            ofTickets("workflow", "command"),
            ofTickets("notices", "notice"),
            new Target(
                    "hours",
                    packages("hours"),
                    List.of("guichet.core.hours.*", "guichet.core.desk.file.HoursReaderTest"),
                    CORE + "hours",
                    CORE + "desk"),
            new Target("intake", packages("intake"), packages("intake", "story"), CORE + "intake", CORE + "story"),
            new Target(
                    "threading",
                    List.of(
                            "guichet.core.mail.ThreadingHints*",
                            "guichet.core.mail.MessageIds*",
                            "guichet.core.mail.SubjectPrefixes*"),
                    List.of(
                            "guichet.core.mail.Threading*",
                            "guichet.core.mail.MailReadingTest",
                            "guichet.core.story.ThreadsTest"),
                    CORE + "mail",
                    CORE + "mail"),
            new Target(
                    "masking",
                    packages("secrets"),
                    // not those of whole mails, megabytes of them: a second each, for each that survives
                    List.of("guichet.core.secrets.*", "guichet.core.mail.SecretMaskerTest"),
                    CORE + "content",
                    CORE + "mail"),
            new Target(
                    "redaction",
                    List.of("guichet.core.mail.Mask*"),
                    List.of("guichet.core.mail.Mask*", "guichet.core.mail.Signed*", "guichet.core.mail.Winmail*"),
                    CORE + "mail",
                    CORE + "mail"),
            new Target(
                    "store",
                    List.of(
                            "guichet.store.Transaction*",
                            "guichet.store.DynamoTicketStore*",
                            "guichet.store.MailClaims*",
                            "guichet.store.IdempotencyKeys*",
                            "guichet.store.NoticeLedger*",
                            "guichet.store.HeldMailTable*",
                            "guichet.store.LoopTally*",
                            "guichet.store.SignInBindings*"),
                    List.of("guichet.store.*"),
                    "functions/store",
                    "functions/store"));

    private Targets() {}

    private static Target ofTickets(String name, String of) {
        return new Target(name, packages(of), TESTS_OF_TICKETS, CORE + "ticket", CORE + "story");
    }

    private static List<String> packages(String... names) {
        return java.util.Arrays.stream(names)
                .map(name -> "guichet.core." + name + ".*")
                .toList();
    }
}

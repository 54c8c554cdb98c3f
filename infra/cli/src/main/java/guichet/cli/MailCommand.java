package guichet.cli;

import guichet.cli.smtp.Smtp;
import guichet.cli.smtp.SmtpFailure;
import guichet.core.mail.IncomingMail;
import guichet.core.mail.MailReader;
import guichet.core.mail.Mailbox;
import guichet.store.desks.Desks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Hands raw mails to the running stack by SMTP, or says how they would be taken. */
@Command(
        name = "mail",
        description = {
            "Hands raw mails to the running stack by SMTP;",
            "with --explain: says how the helpdesk would take them, and needs no stack."
        })
final class MailCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "raw mails (.eml)")
    List<Path> files;

    @Option(
            names = "--to",
            paramLabel = "ADDRESS",
            description = "whom the envelope names; what the mail's own To and Cc say if left out")
    String to;

    @Option(names = "--explain", description = "print one line of JSON for each file: how it would be taken, and why")
    boolean explain;

    @Option(
            names = "--desk",
            paramLabel = "DESK",
            description = "with --explain: by the rules of this desk, and with its sample people")
    String desk;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        if (explain) {
            var explain = explainer();
            files.forEach(file -> out.println(explain.line(file)));
            out.flush();
            return 0;
        }
        int failed = 0;
        for (var file : files) {
            try {
                out.println(file + ": " + send(file));
            } catch (CommandFailure | SmtpFailure e) {
                spec.commandLine().getErr().println(file + ": " + e.getMessage());
                failed++;
            }
            out.flush();
        }
        return failed == 0 ? 0 : 1;
    }

    private MailExplain explainer() {
        var desks = Desks.in(Main.root().resolve("desks"));
        var chosen = Optional.ofNullable(desk)
                .map(id -> desks.desk(id)
                        .orElseThrow(() -> new CommandFailure("there is no desk " + id + " under desks/")));
        return new MailExplain(desks, chosen, Optional.ofNullable(to));
    }

    private String send(Path file) {
        var raw = read(file);
        var mail = MailReader.read(raw);
        var recipients = to == null ? recipients(mail) : List.of(to);
        if (recipients.isEmpty()) {
            throw new CommandFailure("the mail names no recipient; give one with --to ADDRESS");
        }
        return Smtp.send(ListenPorts.smtp(), mail.from().valid() ? mail.from().address() : "", recipients, raw);
    }

    private static List<String> recipients(IncomingMail mail) {
        return Stream.concat(mail.to().stream(), mail.cc().stream())
                .filter(Mailbox::valid)
                .map(Mailbox::address)
                .distinct()
                .toList();
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new CommandFailure("cannot be read: " + (Files.exists(file) ? e.getMessage() : "no such file"));
        }
    }
}

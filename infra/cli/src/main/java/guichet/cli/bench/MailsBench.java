package guichet.cli.bench;

import guichet.cli.smtp.Smtp;
import guichet.local.Stack;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The main job: a customer's mail to a stored ticket, with the acknowledgement sent. */
final class MailsBench implements Bench {
    private static final int AT_ONCE = 4;

    @Override
    public String name() {
        return "mails";
    }

    @Override
    public List<BenchResult> run(Setting setting) throws Exception {
        var stack = setting.stack().get();
        var processes = setting.stack().processes();
        var warmUp = setting.scale().warmUp();
        var mails = setting.scale().mails();
        send(stack, 0, warmUp);
        var sentBefore = stack.aws().outbox().all().size();
        var before = processes.cpu();
        var began = System.nanoTime();
        send(stack, warmUp, mails);
        var seconds = (System.nanoTime() - began) / 1e9;
        var cpu = processes.cpuSince(before);
        var resident = processes.resident();
        var acknowledged = stack.aws().outbox().all().size() - sentBefore;
        var how = mails + " mails of distinct senders, one SMTP session each, " + AT_ONCE
                + " at once, after a warm-up of " + warmUp
                + ", until nothing is on its way; user + system of the function processes, JIT and GC included";
        return List.of(
                BenchResult.atMost(
                        12,
                        name(),
                        String.format(java.util.Locale.ROOT, "CPU of %,d mails to ticket and acknowledgement", mails),
                        Processes.sum(cpu),
                        "s",
                        how,
                        cpu),
                BenchResult.exactly(
                        mails, name(), "acknowledgements sent", acknowledged, "", "mails in the outbox afterwards"),
                BenchResult.reported(
                        name(),
                        "time it took",
                        seconds,
                        "s",
                        "wall clock of the same run, stand-ins in one process on the same cores",
                        java.util.Map.of()),
                BenchResult.atMost(
                        180,
                        name(),
                        "largest function, loaded",
                        Processes.most(resident),
                        "MiB",
                        "VmRSS of each process after the run",
                        resident));
    }

    private static void send(Stack stack, int from, int count) throws Exception {
        try (var senders = Executors.newFixedThreadPool(AT_ONCE)) {
            var sessions = java.util.stream.IntStream.range(from, from + count)
                    .<Future<String>>mapToObj(number -> senders.submit(() -> Smtp.send(
                            stack.smtpPort(),
                            SampleMails.sender(number),
                            List.of(SampleMails.DESK),
                            SampleMails.mail(number))))
                    .toList();
            for (var session : sessions) {
                session.get();
            }
        }
        stack.settle();
    }
}

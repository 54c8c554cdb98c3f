package guichet.core.mail;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What Jazzer calls with bytes of its own making, guided by the branches that they reach; {@code -Pfuzz} runs it.
 * Inputs that it finds join the seeds, which {@link SeedMailsTest} replays.
 */
public final class MailFuzzer {
    /** Of the processor, so that a busy machine is no finding. The 256 MB are the heap's. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private MailFuzzer() {}

    /** Classes are instrumented as they are loaded, which takes longer than any mail may. */
    public static void fuzzerInitialize() throws IOException {
        for (Path mail : SeedMailsTest.mails().toList()) {
            Readable.check(Files.readAllBytes(mail));
        }
        for (byte[] mail : LongSeeds.mails().values()) {
            Readable.check(mail);
        }
    }

    public static void fuzzerTestOneInput(byte[] raw) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Readable.check(raw);
        var took = Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
        if (took.compareTo(LONGEST) > 0) {
            throw new AssertionError("reading took " + took);
        }
    }
}

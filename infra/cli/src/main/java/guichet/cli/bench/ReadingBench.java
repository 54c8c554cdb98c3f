package guichet.cli.bench;

import guichet.core.mail.MailReader;
import guichet.core.mail.MaskedMail;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;

/** How fast raw mail is read, against Mime4j walking the same parts and decoding them into nothing. */
final class ReadingBench implements Bench {
    private static final int MAILS = 200;
    private static final int ROUNDS = 11;
    private static final int WARM_UP = 10;
    private static final int WORST_ROUNDS = 3;

    interface Reading {
        void read(byte[] raw) throws IOException, MimeException;
    }

    @Override
    public String name() {
        return "reading";
    }

    @Override
    public List<BenchResult> run(Setting setting) throws Exception {
        var mails = IntStream.range(0, MAILS).mapToObj(SampleMails::mail).toList();
        for (int i = 0; i < WARM_UP; i++) {
            seconds(mails, MailReader::read);
            seconds(mails, ReadingBench::walk);
        }
        var ours = new ArrayList<Double>();
        var walking = new ArrayList<Double>();
        for (int i = 0; i < ROUNDS; i++) {
            ours.add(seconds(mails, MailReader::read));
            walking.add(seconds(mails, ReadingBench::walk));
        }
        var worst =
                WorstMails.all().stream().mapToDouble(ReadingBench::worst).max().orElseThrow();
        var how = "median of " + ROUNDS + " rounds over " + MAILS
                + " mails of two to four parts, CPU time of one thread, C1, turn by turn in one process";
        return List.of(
                BenchResult.reported(
                        name(), "mails read on one core", MAILS / Figures.median(ours), "/s", how, Map.of()),
                BenchResult.reported(
                        name(),
                        "time of Mime4j walking the same parts",
                        Figures.median(ours) / Figures.median(walking),
                        "×",
                        how,
                        Map.of()),
                BenchResult.atMost(
                        2,
                        name(),
                        "the mail that takes longest to read, or to keep masked",
                        worst,
                        "s",
                        "of " + WorstMails.all().size() + " kinds of 1 to 40 MB, the median of " + WORST_ROUNDS
                                + " rounds, CPU time, C1",
                        Map.of()));
    }

    private static double worst(byte[] mail) {
        try {
            var took = new ArrayList<Double>();
            for (int i = 0; i < WORST_ROUNDS; i++) {
                took.add(Math.max(seconds(List.of(mail), MailReader::read), seconds(List.of(mail), MaskedMail::of)));
            }
            return Figures.median(took);
        } catch (IOException | MimeException e) {
            throw new IllegalStateException(e);
        }
    }

    /** CPU of this thread. */
    static double seconds(List<byte[]> mails, Reading reading) throws IOException, MimeException {
        var threads = ManagementFactory.getThreadMXBean();
        var began = threads.getCurrentThreadCpuTime();
        for (var mail : mails) {
            reading.read(mail);
        }
        return (threads.getCurrentThreadCpuTime() - began) / 1e9;
    }

    /** What reading costs at the least: each part found and decoded, into nothing. */
    static void walk(byte[] raw) throws IOException, MimeException {
        var stream = new MimeTokenStream(MimeConfig.PERMISSIVE);
        stream.parse(new ByteArrayInputStream(raw));
        for (var state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
            if (state == EntityState.T_BODY) {
                stream.getDecodedInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            }
        }
    }
}

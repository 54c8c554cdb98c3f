package guichet.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The yardsticks of this machine, in this process. What one of them needs is started when it is first asked for. */
public final class MachineYardsticks implements YardstickMeter, AutoCloseable {
    private static final int MAILS = 200;
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 11;

    private BareTable table;
    private List<byte[]> mails;
    private BareStarts starts;

    @Override
    public double seconds(Yardstick yardstick) throws Exception {
        return switch (yardstick) {
            case GET_ITEM -> table().getItem();
            case TRANSACTION -> table().transaction();
            case WALK -> walk();
            case BARE_START -> starts().median();
        };
    }

    private BareTable table() throws Exception {
        if (table == null) {
            table = BareTable.start();
        }
        return table;
    }

    private BareStarts starts() throws Exception {
        if (starts == null) {
            starts = BareStarts.trained();
        }
        return starts;
    }

    private double walk() throws Exception {
        if (mails == null) {
            mails = IntStream.range(0, MAILS).mapToObj(SampleMails::mail).toList();
        }
        for (int i = 0; i < WARM_UP; i++) {
            ReadingBench.seconds(mails, ReadingBench::walk);
        }
        var took = new ArrayList<Double>();
        for (int i = 0; i < ROUNDS; i++) {
            took.add(ReadingBench.seconds(mails, ReadingBench::walk) / MAILS);
        }
        return Figures.median(took);
    }

    @Override
    public void close() throws Exception {
        if (table != null) {
            table.close();
        }
        if (starts != null) {
            starts.close();
        }
    }
}

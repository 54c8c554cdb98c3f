package guichet.cli.bench;

import guichet.local.Stack;
import guichet.store.Blobs;
import guichet.store.DueIndex;
import guichet.store.DueIndex.DueTicket;
import guichet.store.DynamoTicketStore;
import guichet.store.desks.Desks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The scheduled sweep, with a hundred tickets due among few and among many. */
final class SweepBench implements Bench {
    private static final List<String> SWEEPING = List.of("Sweep", "DueWorker", "Fanout", "Notifier");
    private static final int MOST_DUE = 5_000;
    /** Far from a change of clocks, on which three days are not 72 hours. */
    private static final Instant BASE = Instant.parse("2026-03-10T09:00:00Z");

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** @param index units of the queries for what is due; @param items units of reading each of those tickets */
    private record Swept(double index, double items, int acted, int mails, Map<String, Double> cpu) {
        double units() {
            return index + items;
        }
    }

    @Override
    public String name() {
        return "sweep";
    }

    @Override
    public List<BenchResult> run(Setting setting) throws Exception {
        var desk = Desks.in(setting.root().resolve("desks")).desk("cloud").orElseThrow();
        var results = new ArrayList<BenchResult>();
        var scale = setting.scale();
        var few = scale.few();
        try (var db = setting.stack().dynamoDb(new UnitMeter())) {
            var fill = new TicketFill(desk, db, setting.stack().table());
            swept(setting, fill, scale.warmUp(), BASE.minus(Duration.ofDays(1)));
            fill.open(
                    few - scale.warmUp() - scale.due(),
                    BASE.plus(TicketFill.PATIENCE).minus(Duration.ofHours(1)));
            var amongFew = swept(setting, fill, scale.due(), BASE);
            results.addAll(results(few, amongFew, scale));
            fill.open(
                    setting.size() - few - scale.due(),
                    BASE.plus(TicketFill.PATIENCE).minus(Duration.ofHours(1)));
            var amongMany = swept(setting, fill, scale.due(), BASE.plus(Duration.ofHours(1)));
            results.addAll(results(setting.size(), amongMany, scale));
            setting.stack().addStored(setting.size());
            results.add(BenchResult.atMost(
                    5,
                    name(),
                    "difference in read units",
                    100 * Math.abs(amongMany.units() - amongFew.units()) / amongFew.units(),
                    "%",
                    "between those two",
                    Map.of()));
        }
        return results;
    }

    /** Lets some more tickets fall due, and sweeps a minute after that. */
    private static Swept swept(Setting setting, TicketFill fill, int count, Instant asked) throws Exception {
        var stack = setting.stack().get();
        fill.waiting(count, asked, "client" + asked.getEpochSecond() + "x");
        stack.settle();
        var at = asked.plus(TicketFill.PATIENCE).plus(MINUTE);
        var meter = new UnitMeter();
        double index;
        double items;
        try (var db = setting.stack().dynamoDb(meter)) {
            var due = new DueIndex(db, setting.stack().table());
            var tickets = IntStream.range(0, DueIndex.SHARDS)
                    .boxed()
                    .flatMap(shard -> due.due(shard, at, MOST_DUE).stream())
                    .map(DueTicket.class::cast)
                    .toList();
            index = meter.take().units();
            var store = new DynamoTicketStore(db, setting.stack().table(), Blobs.NONE, () -> "");
            tickets.forEach(ticket -> store.find(ticket.ticket()).orElseThrow());
            items = meter.take().units();
        }
        var processes = setting.stack().processes();
        var mails = outbox(stack);
        var before = processes.cpu();
        var acted = stack.sweep(at);
        var cpu = processes.cpuSince(before);
        cpu.keySet().retainAll(SWEEPING);
        return new Swept(index, items, acted, outbox(stack) - mails, cpu);
    }

    private static int outbox(Stack stack) {
        return stack.aws().outbox().all().size();
    }

    private List<BenchResult> results(int among, Swept swept, Scale scale) {
        var run = String.format(java.util.Locale.ROOT, "%d due among %,d open", scale.due(), among);
        return List.of(
                BenchResult.exactly(
                        scale.due(),
                        name(),
                        run + ": acted on",
                        swept.acted(),
                        "",
                        "tickets with a commit whose cause is a timer, of one sweep"),
                BenchResult.exactly(
                        scale.due(),
                        name(),
                        run + ": reminders sent",
                        swept.mails(),
                        "",
                        "mails in the outbox afterwards"),
                BenchResult.atMost(
                        1,
                        name(),
                        run + ": CPU",
                        Processes.sum(swept.cpu()),
                        "s",
                        "user + system of those functions, from the call of the sweep until nothing is on its way;"
                                + " after a warm-up of "
                                + scale.warmUp() + " due",
                        swept.cpu()),
                BenchResult.reported(
                        name(),
                        run + ": read units",
                        swept.units(),
                        "",
                        "ConsumedCapacity of the sweep's queries and of a read of each ticket, asked for with the same"
                                + " code just before",
                        Map.of("index", swept.index(), "items", swept.items())));
    }
}

package guichet.cli.bench.against;

import static guichet.cli.bench.Yardstick.BARE_START;
import static guichet.cli.bench.Yardstick.GET_ITEM;
import static guichet.cli.bench.Yardstick.TRANSACTION;
import static guichet.cli.bench.Yardstick.WALK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.cli.bench.Bench;
import guichet.cli.bench.Benches;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WorkTest {
    private static Work of(String name, String figure, String unit) {
        return Work.of(new Figure.Key(name, figure, unit));
    }

    @Test
    void the_cpu_of_many_mails_is_of_one_mail_in_calls() {
        var work = of("mails", "CPU of 1,000 mails to ticket and acknowledgement", "s");
        assertEquals(new Work(List.of(GET_ITEM, TRANSACTION), 1_000, "a mail"), work);
        assertEquals(0.015, work.seconds(15, "s"), 1e-12);
    }

    @Test
    void a_sweeps_cpu_is_of_one_ticket_due_and_not_of_those_it_is_among() {
        var work = of("sweep", "100 due among 5,000 open: CPU", "s");
        assertEquals(new Work(List.of(GET_ITEM, TRANSACTION), 100, "a ticket due"), work);
        assertEquals(0.01, work.seconds(1, "s"), 1e-12);
    }

    @Test
    void a_page_of_the_list_is_of_reads() {
        var work = of("list", "organization's page of 25 rows, 5,000 tickets stored: CPU of Portal a request", "ms");
        assertEquals(new Work(List.of(GET_ITEM), 1, "a request"), work);
        assertEquals(0.003, work.seconds(3, "ms"), 1e-12);
    }

    @Test
    void what_is_read_in_a_second_is_turned_into_the_time_of_one() {
        var work = of("reading", "mails read on one core", "/s");
        assertEquals(List.of(WALK), work.yardsticks());
        assertEquals(0.0005, work.seconds(2_000, "/s"), 1e-12);
    }

    @Test
    void a_start_is_of_a_bare_one() {
        assertEquals(
                List.of(BARE_START),
                of("cold", "start of portal to first answer", "ms").yardsticks());
    }

    @Test
    void counts_sizes_ratios_and_wall_clocks_have_no_yardstick() {
        assertEquals(List.of(), of("mails", "time it took", "s").yardsticks());
        assertEquals(List.of(), of("mails", "time that 1,000 mails took", "s").yardsticks());
        assertEquals(
                List.of(),
                of("mails", "CPU of 1,000 mails, share of InboundMail", "%").yardsticks());
        assertEquals(
                List.of(), of("sweep", "100 due among 5,000 open: time", "s").yardsticks());
        assertEquals(
                List.of(),
                of("list", "a page, as the caller waits for it", "ms").yardsticks());
        assertEquals(List.of(), of("mails", "largest function, loaded", "MiB").yardsticks());
        assertEquals(
                List.of(),
                of("cold", "start of portal, against a bare handler", "×").yardsticks());
        assertEquals(
                List.of(), of("life", "a life of 3 mails in: write units", "").yardsticks());
        assertEquals(
                List.of(),
                of("sweep", "100 due among 5,000 open: read units", "").yardsticks());
    }

    @Test
    void every_row_that_takes_time_has_a_yardstick() {
        var rows = Benches.ALL.stream()
                .map(Bench::name)
                .filter(row -> !Work.yardsticks(row).isEmpty())
                .collect(Collectors.toSet());
        assertEquals(Set.of("reading", "cold", "mails", "sweep", "list"), rows);
        assertTrue(Work.yardsticks("size").isEmpty());
    }
}

package guichet.core.hours;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** Hours of any kind, and an instant at which they are put to the test. */
record Scene(OpeningHours hours, Instant from) {

    /**
     * Hours to the minute, instants and durations finer; half the instants lie within three days of a change of the
     * zone's clocks.
     */
    static class Any extends DomainContextBase {
        private static final List<String> ODD_ZONES = List.of(
                "Europe/Paris",
                "America/New_York",
                "Australia/Lord_Howe",
                "America/Sao_Paulo",
                "Africa/Cairo",
                "Asia/Beirut",
                "Pacific/Apia",
                "America/St_Johns",
                "Asia/Kathmandu",
                "Asia/Gaza",
                "Africa/Casablanca",
                "Pacific/Chatham");
        private static final long FIRST = Instant.parse("1985-01-01T00:00:00Z").getEpochSecond();
        private static final long LAST = Instant.parse("2040-01-01T00:00:00Z").getEpochSecond();

        @Provide
        Arbitrary<Scene> scenes() {
            Arbitrary<OpeningHours> hours = Combinators.combine(
                            zones(), weeks(), closings().list().ofMaxSize(3))
                    .as((zone, week, closed) -> new OpeningHours(zone, week, Holidays.of(closed)));
            Arbitrary<Instant> any = Combinators.combine(Arbitraries.longs().between(FIRST, LAST), nanos())
                    .as(Instant::ofEpochSecond);
            return Combinators.combine(
                            hours,
                            any,
                            Arbitraries.of(true, false),
                            Arbitraries.longs().between(-3 * 86_400, 3 * 86_400))
                    .as((desk, at, nearChange, shift) -> new Scene(
                            desk, nearChange ? nextChange(desk.zone(), at).plusSeconds(shift) : at));
        }

        @Provide
        Arbitrary<Duration> durations() {
            Arbitrary<Long> seconds = Arbitraries.frequencyOf(
                    Tuple.of(1, Arbitraries.just(0L)),
                    Tuple.of(6, Arbitraries.longs().between(0, 4 * 86_400L)),
                    Tuple.of(3, Arbitraries.longs().between(0, 40 * 86_400L)));
            return Combinators.combine(seconds, nanos()).as(Duration::ofSeconds);
        }

        private static Instant nextChange(ZoneId zone, Instant at) {
            ZoneOffsetTransition change = zone.getRules().nextTransition(at);
            return change == null ? at : change.getInstant().plusNanos(at.getNano());
        }

        private static Arbitrary<Long> nanos() {
            return Arbitraries.oneOf(Arbitraries.just(0L), Arbitraries.longs().between(0, 999_999_999));
        }

        private static Arbitrary<ZoneId> zones() {
            return Arbitraries.oneOf(
                            Arbitraries.of(ODD_ZONES),
                            Arbitraries.of(new ArrayList<>(new TreeSet<>(ZoneId.getAvailableZoneIds()))))
                    .map(ZoneId::of);
        }

        private static Arbitrary<WeeklyHours> weeks() {
            Arbitrary<List<TimeRange>> day = Arbitraries.frequencyOf(
                    Tuple.of(1, Arbitraries.just(List.of())),
                    Tuple.of(1, Arbitraries.just(List.of(new TimeRange(0, TimeRange.DAY)))),
                    Tuple.of(
                            4,
                            Arbitraries.integers()
                                    .between(0, 24 * 60)
                                    .set()
                                    .ofMinSize(2)
                                    .ofMaxSize(6)
                                    .map(Any::ranges)));
            return day.list()
                    .ofSize(7)
                    .filter(days -> days.stream().anyMatch(ranges -> !ranges.isEmpty()))
                    .map(days -> {
                        Map<DayOfWeek, List<TimeRange>> week = new EnumMap<>(DayOfWeek.class);
                        for (DayOfWeek name : DayOfWeek.values()) {
                            week.put(name, days.get(name.ordinal()));
                        }
                        return new WeeklyHours(week);
                    });
        }

        private static List<TimeRange> ranges(Set<Integer> minutes) {
            List<Integer> cuts = minutes.stream().sorted().toList();
            List<TimeRange> ranges = new ArrayList<>();
            for (int i = 0; i + 1 < cuts.size(); i += 2) {
                ranges.add(new TimeRange(cuts.get(i) * 60, cuts.get(i + 1) * 60));
            }
            return ranges;
        }

        private static Arbitrary<ClosedDays> closings() {
            Arbitrary<LocalDate> dates =
                    Arbitraries.longs().between(FIRST / 86_400, LAST / 86_400).map(LocalDate::ofEpochDay);
            Arbitrary<ClosedDays> dated = Combinators.combine(
                            dates, Arbitraries.integers().between(0, 300))
                    .as((from, days) -> new ClosedDays.Dated(from, from.plusDays(days)));
            Arbitrary<ClosedDays> yearly = Combinators.combine(
                            dates, Arbitraries.integers().between(0, 60))
                    .as((from, days) -> new ClosedDays.Yearly(MonthDay.from(from), MonthDay.from(from.plusDays(days))));
            Arbitrary<ClosedDays> holidays = Arbitraries.of(
                    PublicHolidays.of("FR"),
                    PublicHolidays.of("FR", "67"),
                    PublicHolidays.of("US"),
                    PublicHolidays.of("GB"));
            return Arbitraries.oneOf(dated, yearly, holidays);
        }
    }
}

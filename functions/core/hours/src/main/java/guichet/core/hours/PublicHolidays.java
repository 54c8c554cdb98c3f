package guichet.core.hours;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import de.focus_shift.jollyday.core.util.ResourceUtil;
import guichet.core.text.Nearest;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * The public holidays of a country and, if given, one of its regions: a department number for France (S2-07), else a
 * code of Jollyday's calendars, {@code BY} or, nested, {@code BY/AG}. Days that are only observed (no day off by law)
 * do not close.
 */
public record PublicHolidays(String country, Optional<String> region) implements ClosedDays {
    /** Not asked of HolidayManager, which would be set up for it: a French desk is to load without. */
    private static final Set<String> COUNTRIES = new TreeSet<>(HolidayCalendar.getSupportedCalendarCodes());

    /** @throws HoursSyntaxException for a country or region that has no calendar */
    public PublicHolidays {
        String wanted = country.strip().toUpperCase(Locale.ROOT);
        if (!COUNTRIES.contains(wanted)) {
            throw new HoursSyntaxException(
                    "no calendar of public holidays for this country" + Nearest.hint(country, COUNTRIES),
                    country,
                    String.join(", ", COUNTRIES));
        }
        country = wanted;
        region = region.map(String::strip).map(code -> code.toUpperCase(Locale.ROOT));
        if (region.isPresent()) {
            checkRegion(country, region.get());
        }
    }

    public static PublicHolidays of(String country) {
        return new PublicHolidays(country, Optional.empty());
    }

    public static PublicHolidays of(String country, String region) {
        return new PublicHolidays(country, Optional.of(region));
    }

    @Override
    public void mark(int year, BiConsumer<LocalDate, ClosedDay> close) {
        Optional<String> calendar = region;
        if (country.equals("FR") && region.isPresent()) {
            FrenchDepartments.abolition(region.get())
                    .ifPresent(day -> close.accept(day.atYear(year), FrenchDepartments.ABOLISHED));
            calendar = FrenchDepartments.calendar(region.get());
        }
        String[] path =
                calendar.map(code -> code.toLowerCase(Locale.ROOT).split("/")).orElse(new String[0]);
        for (Holiday holiday : manager(country).getHolidays(Year.of(year), path)) {
            if (holiday.getType() != HolidayType.OBSERVANCE) {
                close.accept(holiday.getDate(), new PublicHoliday(holiday.getPropertiesKey()));
            }
        }
    }

    /** @param key by which Jollyday knows its names */
    record PublicHoliday(String key) implements ClosedDay {
        @Override
        public String name(Locale locale) {
            String name = ResourceUtil.getHolidayDescription(HoursWords.ofHolidays(locale), key);
            return name == null || name.equals(ResourceUtil.UNDEFINED)
                    ? HoursWords.HOLIDAY.in(locale.getLanguage())
                    : name;
        }
    }

    private static void checkRegion(String country, String region) {
        if (country.equals("FR")) {
            FrenchDepartments.check(region);
            return;
        }
        var level = manager(country).getCalendarHierarchy();
        for (String code : region.split("/", -1)) {
            Map<String, String> codes = new TreeMap<>();
            level.getChildren().keySet().forEach(key -> codes.put(key.toUpperCase(Locale.ROOT), key));
            if (!codes.containsKey(code)) {
                throw new HoursSyntaxException(
                        "no such region of " + country + Nearest.hint(code, codes.keySet()),
                        region,
                        codes.isEmpty() ? "no region" : String.join(", ", codes.keySet()));
            }
            level = level.getChildren().get(codes.get(code));
        }
    }

    private static HolidayManager manager(String country) {
        return HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
    }
}

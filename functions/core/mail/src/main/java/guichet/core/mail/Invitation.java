package guichet.core.mail;

import guichet.core.mail.CalendarEvent.Property;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** An invitation as words: what, when, where, who. For mail that holds nothing else to read. */
final class Invitation {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final int MOST_NAMED = 20;

    private final CalendarEvent event;
    private final ZoneId zone;
    private final Locale locale;

    private Invitation(CalendarEvent event, ZoneId zone, Locale locale) {
        this.event = event;
        this.zone = zone;
        this.locale = locale;
    }

    /** @param zone in which its times are told. Empty where the calendar holds no event */
    static Optional<String> words(String calendar, ZoneId zone, Locale locale) {
        return CalendarEvent.read(calendar).map(event -> new Invitation(event, zone, locale).words());
    }

    private String words() {
        var lines = new ArrayList<String>();
        var subject =
                event.find("SUMMARY").map(Property::text).orElseGet(() -> InvitationWords.UNTITLED.in(language()));
        lines.add(
                switch (event.method()) {
                    case "CANCEL" -> InvitationWords.CANCELLED.in(language(), subject);
                    case "REPLY" -> InvitationWords.ANSWERED.in(language(), subject);
                    default -> InvitationWords.INVITATION.in(language(), subject);
                });
        event.find("DTSTART")
                .map(this::times)
                .ifPresent(times -> lines.add(InvitationWords.WHEN.in(language(), times)));
        event.find("LOCATION").ifPresent(place -> lines.add(InvitationWords.WHERE.in(language(), place.text())));
        event.find("ORGANIZER")
                .ifPresent(person -> lines.add(InvitationWords.ORGANIZER.in(language(), person(person))));
        if (!event.attendees().isEmpty()) {
            lines.add(InvitationWords.ATTENDEES.in(language(), people(event.attendees())));
        }
        event.find("DESCRIPTION").ifPresent(text -> lines.add("\n" + text.text()));
        return String.join("\n", lines);
    }

    private String language() {
        return locale.getLanguage();
    }

    private String times(Property start) {
        var end = event.find("DTEND");
        return end.isEmpty() || end.get().value().equals(start.value())
                ? time(start)
                : InvitationWords.RANGE.in(language(), time(start), time(end.get()));
    }

    /** A day, an instant, or a local time in the zone that it names; as it stands, where it is none of them. */
    private String time(Property written) {
        var value = written.value().strip();
        try {
            if (value.length() == 8) {
                return day(LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE));
            }
            if (value.endsWith("Z")) {
                return told(LocalDateTime.parse(value.substring(0, value.length() - 1), LOCAL)
                        .atZone(ZoneOffset.UTC)
                        .withZoneSameInstant(zone));
            }
            return local(LocalDateTime.parse(value, LOCAL), written.parameters().get("TZID"));
        } catch (DateTimeException e) {
            return value;
        }
    }

    /** @param named null for the reader's own; the names that Windows gives to zones are told as they are */
    private String local(LocalDateTime time, String named) {
        if (named == null) {
            return told(time.atZone(zone));
        }
        try {
            return told(time.atZone(ZoneId.of(named.replaceFirst("^/.*?/(?=[A-Z][a-z]+/)", "")))
                    .withZoneSameInstant(zone));
        } catch (DateTimeException unknown) {
            return InvitationWords.ELSEWHERE.in(language(), told(time.atZone(zone)), named);
        }
    }

    private String told(ZonedDateTime at) {
        return InvitationWords.MOMENT.in(language(), day(at.toLocalDate()), at.format(CLOCK));
    }

    private String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale));
    }

    private static String people(List<Property> attendees) {
        var named = attendees.stream().limit(MOST_NAMED).map(Invitation::person).collect(Collectors.joining(", "));
        return attendees.size() > MOST_NAMED ? named + ", …" : named;
    }

    private static String person(Property written) {
        var address = written.value().strip().replaceFirst("(?i)^mailto:", "");
        var name = written.parameters().getOrDefault("CN", "").strip();
        return name.isEmpty() || name.equalsIgnoreCase(address) ? address : name + " <" + address + ">";
    }
}

package guichet.portal.desk;

import com.fasterxml.jackson.core.JsonGenerator;
import guichet.core.hours.OpeningHours;
import guichet.core.hours.WeeklyHours;
import guichet.portal.http.ViewJson;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Locale;

/**
 * When a desk is open: its week in its own time zone, and whether it is now. Closed days show in {@code openNow} and
 * {@code nextOpening}.
 */
final class HoursView {
    private HoursView() {}

    static void write(JsonGenerator out, OpeningHours hours, Instant now) throws IOException {
        out.writeObjectFieldStart("hours");
        out.writeStringField("zone", hours.zone().getId());
        out.writeBooleanField(
                "always",
                hours.week().equals(WeeklyHours.ALWAYS)
                        && hours.closed().rules().isEmpty());
        out.writeObjectFieldStart("open");
        for (var day : DayOfWeek.values()) {
            out.writeArrayFieldStart(day.name().substring(0, 3).toLowerCase(Locale.ROOT));
            for (var range : hours.week().on(day)) {
                out.writeString(range.toString());
            }
            out.writeEndArray();
        }
        out.writeEndObject();
        out.writeBooleanField("openNow", hours.isOpen(now));
        ViewJson.instant(out, "nextOpening", hours.nextOpening(now));
        out.writeEndObject();
    }
}

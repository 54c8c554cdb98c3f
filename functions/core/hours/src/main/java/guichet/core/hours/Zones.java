package guichet.core.hours;

import guichet.core.text.Nearest;
import java.time.ZoneId;
import java.util.Set;

/** Time zones by their IANA name. */
public final class Zones {
    private Zones() {}

    /** @throws HoursSyntaxException if there is no such zone, naming the nearest */
    public static ZoneId parse(String text) {
        Set<String> names = ZoneId.getAvailableZoneIds();
        if (names.contains(text.strip())) {
            return ZoneId.of(text.strip());
        }
        throw new HoursSyntaxException(
                "no such time zone" + Nearest.hint(text.strip(), names), text, "an IANA name such as Europe/Paris");
    }
}

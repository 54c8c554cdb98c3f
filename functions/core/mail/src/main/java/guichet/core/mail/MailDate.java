package guichet.core.mail;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Date header (RFC 5322, section 3.3, and its obsolete forms); empty for what names no instant. */
final class MailDate {
    private static final Pattern FORM = Pattern.compile("(\\d{1,2})[ -]+([A-Za-z]{3})[a-z]*\\.?[ -]+(\\d{2,4})["
            + " ,]+(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?(?:[.,]\\d{1,9})?\\s*([+-]\\d{4}|[A-Za-z]{1,5})?");
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final Map<String, Integer> ZONES = Map.of(
            "edt", -4, "est", -5, "cdt", -5, "cst", -6, "mdt", -6, "mst", -7, "pdt", -7, "pst", -8, "cet", 1, "cest",
            2);

    private MailDate() {}

    static Optional<Instant> parse(String header) {
        String s = header.length() > 200 ? header.substring(0, 200) : header;
        Matcher m = FORM.matcher(s);
        if (!m.find()) {
            return iso(s);
        }
        int month = MONTHS.indexOf(m.group(2).toLowerCase(Locale.ROOT));
        if (month < 0 || month % 3 != 0) {
            return Optional.empty();
        }
        int year = Integer.parseInt(m.group(3));
        if (year < 100) { // RFC 5322, section 4.3
            year += year < 50 ? 2000 : 1900;
        }
        int second = m.group(6) == null ? 0 : Math.min(59, Integer.parseInt(m.group(6)));
        try {
            return Optional.of(LocalDateTime.of(
                            year,
                            month / 3 + 1,
                            Integer.parseInt(m.group(1)),
                            Integer.parseInt(m.group(4)),
                            Integer.parseInt(m.group(5)),
                            second)
                    .toInstant(offset(m.group(7))));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static ZoneOffset offset(String zone) {
        if (zone == null) {
            return ZoneOffset.UTC;
        }
        if (Character.isLetter(zone.charAt(0))) {
            return ZoneOffset.ofHours(ZONES.getOrDefault(zone.toLowerCase(Locale.ROOT), 0));
        }
        int minutes = Integer.parseInt(zone.substring(1, 3)) * 60 + Integer.parseInt(zone.substring(3));
        if (minutes > 18 * 60) {
            throw new DateTimeException(zone);
        }
        return ZoneOffset.ofTotalSeconds((zone.charAt(0) == '-' ? -60 : 60) * minutes);
    }

    private static Optional<Instant> iso(String s) {
        try {
            return Optional.of(java.time.OffsetDateTime.parse(s.strip()).toInstant());
        } catch (DateTimeException notIso) {
            return Optional.empty();
        }
    }
}

package guichet.core.mail.reply;

import java.util.List;
import java.util.Locale;

/** The line of our own notices above which an answer is written. */
final class Markers {
    private static final List<String> KNOWN = List.of("reply above this line", "répondez au-dessus de cette ligne",
            "répondre au-dessus de cette ligne", "antworten sie oberhalb dieser linie", "type your response above this line");
    private static final int LONGEST = 200;

    private Markers() {
    }

    static boolean isMarker(String line, List<String> configured) {
        if (line.length() > LONGEST) return false;
        String lower = line.toLowerCase(Locale.ROOT);
        for (String marker : configured) if (!marker.isBlank() && lower.contains(marker.toLowerCase(Locale.ROOT))) return true;
        for (String marker : KNOWN) if (lower.contains(marker)) return true;
        return false;
    }
}

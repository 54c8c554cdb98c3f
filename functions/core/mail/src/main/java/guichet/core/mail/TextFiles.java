package guichet.core.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which files of those that did not come by mail are texts: by the type that they were given, which is often none, and
 * else by how they begin.
 */
public final class TextFiles {
    /** Bytes that {@link #type} wants to see of a file. */
    public static final int BEGINNING = 4096;

    /** Read in a way of their own, whatever type they were given. */
    private static final Map<String, String> BY_ENDING = Map.of(
            "eml", "message/rfc822",
            "html", "text/html",
            "htm", "text/html",
            "xhtml", "text/html",
            "ics", "text/calendar");

    /** Begin in letters, and break where a value of another length takes its place. */
    private static final List<String> NO_TEXTS = List.of("%PDF-", "%!PS", "{\\rtf");

    private static final String CONTROLS_OF_TEXTS = "\t\n\f\r\u001b";

    private TextFiles() {}

    /**
     * The type to look into a file as; empty where it is no text.
     *
     * @param type media type that it was given, in lower case
     * @param beginning its first {@value #BEGINNING} bytes, or all of it
     */
    public static Optional<String> type(String name, String type, byte[] beginning) {
        if (!Masking.isMail(type) && !Masking.isText(type) && !readsAsText(beginning)) {
            return Optional.empty();
        }
        if (type.equals("text/plain") || !Masking.isMail(type) && !Masking.isText(type)) {
            var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            return Optional.of(BY_ENDING.getOrDefault(ending, "text/plain"));
        }
        return Optional.of(type);
    }

    private static boolean readsAsText(byte[] beginning) {
        var letters = new String(beginning, StandardCharsets.ISO_8859_1);
        return isWide(letters)
                || NO_TEXTS.stream().noneMatch(letters::startsWith)
                        && letters.chars().noneMatch(c -> c < ' ' && CONTROLS_OF_TEXTS.indexOf(c) < 0);
    }

    /** Of two bytes a letter, as a mark in front tells. */
    private static boolean isWide(String letters) {
        return letters.startsWith("\u00ff\u00fe") || letters.startsWith("\u00fe\u00ff");
    }
}

package guichet.notifier;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Of what the desk says, whose addresses of the web become links, whoever they come from: mail clients make them links
 * in any text.
 */
public record Paragraph(String text) {
    private static final Pattern LINK = Pattern.compile(
            "(?:\\bhttps?://|\\bmailto:)[^\\s\\u00a0\\u202f<>\"«»“”]*[^\\s\\u00a0\\u202f<>\"«»“”.,;:!?…)\\]'’]");

    /** @param link whether the text is an address to link to */
    public record Piece(String text, boolean link) {}

    public List<List<Piece>> lines() {
        return text.lines().map(Paragraph::pieces).toList();
    }

    private static List<Piece> pieces(String line) {
        var pieces = new ArrayList<Piece>();
        var from = 0;
        for (var found = LINK.matcher(line); found.find(); from = found.end()) {
            pieces.add(new Piece(line.substring(from, found.start()), false));
            pieces.add(new Piece(found.group(), true));
        }
        pieces.add(new Piece(line.substring(from), false));
        return pieces;
    }
}

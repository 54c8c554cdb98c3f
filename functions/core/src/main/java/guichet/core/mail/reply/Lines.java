package guichet.core.mail.reply;

import guichet.core.mail.html.Marks;

/** Tells the lines of a mail apart, from the certain to the likely. */
final class Lines {
    private Lines() {
    }

    static Kind[] classify(String[] lines) {
        var kinds = new Kind[lines.length];
        for (int i = 0; i < lines.length; i++) kinds[i] = alone(lines[i]);
        for (int i = 0; i < lines.length; i++) {
            if (kinds[i] != Kind.TEXT) continue;
            int attribution = Separators.isSeparator(lines[i]) ? 1 : Attribution.lengthAt(lines, kinds, i);
            for (int j = 0; j < attribution; j++) kinds[i + j] = Kind.ATTRIBUTION;
            i += Math.max(0, attribution - 1);
        }
        HeaderBlock.mark(lines, kinds);
        Signatures.mark(lines, kinds);
        return kinds;
    }

    private static Kind alone(String line) {
        int i = 0;
        while (i < line.length() && (Character.isWhitespace(line.charAt(i)) || line.charAt(i) == '\u00A0' || line.charAt(i) == '\u200B')) i++;
        if (i == line.length()) return Kind.EMPTY;
        if (line.charAt(i) == Marks.HISTORY) return Kind.ATTRIBUTION;
        return line.charAt(i) == '>' ? Kind.QUOTE : Kind.TEXT;
    }
}

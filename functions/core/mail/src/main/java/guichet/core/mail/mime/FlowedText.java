package guichet.core.mail.mime;

/** RFC 3676: joins the soft-broken lines of {@code format=flowed}, within one quote depth. */
public final class FlowedText {
    private FlowedText() {}

    /** The text of a part of this type: its lines joined where it says that they are flowed. */
    public static String read(String text, ContentType type) {
        boolean flowed =
                type.parameter("format").filter("flowed"::equalsIgnoreCase).isPresent();
        boolean deleteSpace =
                type.parameter("delsp").filter("yes"::equalsIgnoreCase).isPresent();
        return flowed ? unflow(text, deleteSpace) : text;
    }

    public static String unflow(String text, boolean deleteSpace) {
        var out = new StringBuilder(text.length());
        String[] lines = text.split("\n", -1);
        boolean open = false;
        int depthBefore = 0;
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].endsWith("\r") ? lines[i].substring(0, lines[i].length() - 1) : lines[i];
            int depth = 0;
            while (depth < line.length() && line.charAt(depth) == '>') {
                depth++;
            }
            String content = line.substring(depth);
            if (content.startsWith(" ")) { // space-stuffing
                content = content.substring(1);
            }
            boolean signature = content.equals("-- ");
            boolean joins = open && depth == depthBefore && !signature;
            if (open && !joins) {
                out.append('\n');
            }
            if (!joins && depth > 0) {
                out.append(">".repeat(depth)).append(' ');
            }
            boolean soft = !signature && content.endsWith(" ") && i + 1 < lines.length;
            out.append(soft && deleteSpace ? content.substring(0, content.length() - 1) : content);
            if (!soft && i + 1 < lines.length) {
                out.append('\n');
            }
            open = soft;
            depthBefore = depth;
        }
        return out.toString();
    }
}

package guichet.core.secrets;

/** The line in which a place stands, asked for place by place from the beginning: each line is gone through once. */
final class Lines {
    private final String text;
    private int start;
    private int end = -1;

    Lines(String text) {
        this.text = text;
    }

    private void seek(int at) {
        if (at < start) {
            start = text.lastIndexOf('\n', at - 1) + 1;
            end = -1;
        }
        while (end < at) {
            start = end < 0 ? start : end + 1;
            int next = text.indexOf('\n', Math.max(start, end + 1));
            end = next < 0 ? text.length() : next;
        }
    }

    int startOf(int at) {
        seek(at);
        return start;
    }

    /** The place of its line feed, or the end of the text. */
    int endOf(int at) {
        seek(at);
        return end;
    }
}

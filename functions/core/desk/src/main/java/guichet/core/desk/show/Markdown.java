package guichet.core.desk.show;

import java.util.List;

/** Markdown, as it grows. What comes from a desk file is escaped. */
final class Markdown {
    private final StringBuilder text = new StringBuilder();

    void heading(int level, String title) {
        if (!text.isEmpty()) {
            text.append('\n');
        }
        text.append("#".repeat(level)).append(' ').append(escaped(title)).append('\n');
    }

    void paragraph(String line) {
        text.append('\n').append(escaped(line)).append('\n');
    }

    /** Nothing where there are no rows. */
    void table(List<String> columns, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        text.append('\n');
        row(columns);
        row(columns.stream().map(_ -> "---").toList());
        rows.forEach(this::row);
    }

    void code(String language, String code) {
        text.append("\n```").append(language).append('\n').append(code).append("```\n");
    }

    private void row(List<String> cells) {
        cells.forEach(cell -> text.append("| ").append(escaped(cell)).append(' '));
        text.append("|\n");
    }

    static String escaped(String text) {
        return text.replaceAll("\\s*\\R\\s*", " ")
                .replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("<", "&lt;")
                .replace("`", "\\`");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

package guichet.core.desk.file;

import java.util.ArrayList;
import java.util.List;

/**
 * Comma-separated values (RFC 4180), or with semicolons, as spreadsheets write them where the comma is the decimal
 * sign.
 */
final class Csv {
    /** @param line on which the row starts, from 1 */
    record Row(int line, List<String> cells) {}

    private final String text;
    private final char separator;
    private int at;
    private int line = 1;

    private Csv(String text) {
        this.text = text;
        var header = text.lines().findFirst().orElse("");
        this.separator = header.indexOf(';') >= 0 && header.indexOf(',') < 0 ? ';' : ',';
    }

    /** The rows that are not blank; none, with a problem, if the content is no such table. */
    static List<Row> read(byte[] content, FileProblems problems) {
        var text = FileText.read(content, problems);
        if (text.isEmpty()) {
            return List.of();
        }
        var rows = new Csv(text.get()).rows(problems);
        if (rows.isEmpty() && problems.isEmpty()) {
            problems.add(0, "", "", "", "the file is empty");
        }
        return rows;
    }

    private List<Row> rows(FileProblems problems) {
        var rows = new ArrayList<Row>();
        while (at < text.length()) {
            var start = line;
            var cells = new ArrayList<String>();
            do {
                cells.add(cell(problems));
            } while (at < text.length() && text.charAt(at++) == separator);
            if (!problems.isEmpty()) {
                return List.of();
            }
            if (at > 0 && at <= text.length() && text.charAt(at - 1) == '\n') {
                line++;
            }
            if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                rows.add(new Row(start, cells));
            }
        }
        return rows;
    }

    /** Reads up to the separator or the line feed that ends the cell. */
    private String cell(FileProblems problems) {
        if (at < text.length() && text.charAt(at) == '"') {
            return quoted(problems);
        }
        var start = at;
        while (at < text.length() && text.charAt(at) != separator && text.charAt(at) != '\n') {
            at++;
        }
        return text.substring(start, at).strip();
    }

    private String quoted(FileProblems problems) {
        var start = line;
        var cell = new StringBuilder();
        for (at++; at < text.length(); at++) {
            var next = text.charAt(at);
            if (next == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                at++;
            } else if (next == '"') {
                at++;
                while (at < text.length() && (text.charAt(at) == '\r' || text.charAt(at) == ' ')) {
                    at++;
                }
                if (at < text.length() && text.charAt(at) != separator && text.charAt(at) != '\n') {
                    problems.add(
                            line,
                            "",
                            text.substring(at, Math.min(at + 20, text.length())),
                            "",
                            "something follows a closing quotation mark");
                }
                return cell.toString();
            } else if (next == '\n') {
                line++;
            }
            cell.append(next);
        }
        problems.add(
                start, "", cell.substring(0, Math.min(20, cell.length())), "", "this quotation mark is never closed");
        return "";
    }
}

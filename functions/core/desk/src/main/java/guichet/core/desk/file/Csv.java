package guichet.core.desk.file;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.ArrayList;
import java.util.List;

/**
 * Comma-separated values (RFC 4180) as FastCSV reads them, or with semicolons, as spreadsheets write them where the
 * comma is the decimal sign. Cells are given without the blanks around them.
 */
final class Csv {
    /** @param line on which the row starts, from 1 */
    record Row(int line, List<String> cells) {
        boolean isBlank() {
            return cells.stream().allMatch(String::isEmpty);
        }
    }

    /**
     * FastCSV takes the end of the file for a closing quotation mark: this last row is a cell of its own if it was
     * none.
     */
    private static final String LAST_ROW = "\n.";

    private static final int SHOWN = 20;

    private Csv() {}

    /** The rows that are not blank; none, with a problem, if the content is no such table. */
    static List<Row> read(byte[] content, FileProblems problems) {
        var text = FileText.read(content, problems);
        if (text.isEmpty()) {
            return List.of();
        }
        var rows = rows(text.get(), problems);
        if (rows.isEmpty() && problems.isEmpty()) {
            problems.add(0, "", "", "", "the file is empty");
        }
        return rows;
    }

    private static List<Row> rows(String text, FileProblems problems) {
        var cells = new Cells();
        var rows = new ArrayList<Row>();
        try {
            CsvReader.builder()
                    .fieldSeparator(separator(text))
                    .trimWhitespacesAroundQuotes(true)
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .build(cells, text + LAST_ROW)
                    .forEach(rows::add);
        } catch (CsvParseException bad) {
            var line = text.lines().skip(cells.line - 1L).findFirst().orElse("");
            problems.add(cells.line, "", line, "", "something follows a closing quotation mark");
            return List.of();
        }
        if (cells.quoted) {
            var line = 1
                    + (text + LAST_ROW).lines().count()
                    - cells.written.lines().count();
            var start = cells.written.substring(0, Math.min(SHOWN, cells.written.length() - LAST_ROW.length()));
            problems.add((int) line, "", start, "", "this quotation mark is never closed");
            return List.of();
        }
        rows.removeLast();
        rows.removeIf(Row::isBlank);
        return rows;
    }

    private static char separator(String text) {
        var header = text.lines().findFirst().orElse("");
        return header.indexOf(';') >= 0 && header.indexOf(',') < 0 ? ';' : ',';
    }

    /** Of the row that is being read, and the last cell as it is written. */
    private static final class Cells extends AbstractBaseCsvCallbackHandler<Row> {
        private int line;
        private List<String> cells;
        private String written;
        private boolean quoted;

        @Override
        protected void handleBegin(long startingLineNumber) {
            line = Math.toIntExact(startingLineNumber);
            cells = new ArrayList<>();
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            this.quoted = quoted;
            written = new String(buffer, offset, length);
            cells.add(written.strip());
        }

        @Override
        protected Row buildRecord() {
            return new Row(line, cells);
        }
    }
}

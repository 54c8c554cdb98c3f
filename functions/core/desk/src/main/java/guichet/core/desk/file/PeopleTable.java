package guichet.core.desk.file;

import guichet.core.desk.file.PeopleCollector.Fault;
import guichet.core.text.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The CSV form of a people file: one row a person; what a row says of an organization holds for all rows that name it.
 */
final class PeopleTable {
    static final List<String> COLUMNS =
            List.of("organization", "name", "domains", "contract", "address", "person", "language", "phone");
    private final PeopleCollector book;
    private final FileProblems problems;

    PeopleTable(PeopleCollector book, FileProblems problems) {
        this.book = book;
        this.problems = problems;
    }

    void read(byte[] content) {
        var rows = Csv.read(content, problems);
        if (rows.isEmpty()) {
            return;
        }
        var columns = columns(rows.getFirst());
        if (problems.isEmpty()) {
            rows.stream().skip(1).forEach(row -> new Line(row, columns).read());
        }
    }

    private List<String> columns(Csv.Row header) {
        var columns = new ArrayList<String>();
        for (var written : header.cells()) {
            var column = written.toLowerCase(Locale.ROOT);
            if (!COLUMNS.contains(column)) {
                problems.add(
                        header.line(),
                        "",
                        column,
                        String.join(", ", COLUMNS),
                        "unknown column" + Nearest.hint(column, COLUMNS));
            } else if (columns.contains(column)) {
                problems.add(header.line(), "", column, "", "this column stands here twice");
            }
            columns.add(column);
        }
        if (!columns.contains("address") && !columns.contains("organization")) {
            problems.add(
                    header.line(),
                    "",
                    "",
                    String.join(", ", COLUMNS),
                    "neither a column for organizations nor one for addresses");
        }
        return columns;
    }

    /** One row, by column. */
    private final class Line {
        private final int line;
        private final Map<String, String> cells = new HashMap<>();

        Line(Csv.Row row, List<String> columns) {
            line = row.line();
            if (row.cells().size() > columns.size()) {
                problem("", row.cells().get(columns.size()), "one cell for each column", "more cells than columns");
            }
            for (int i = 0; i < Math.min(columns.size(), row.cells().size()); i++) {
                if (!row.cells().get(i).isEmpty()) {
                    cells.put(columns.get(i), row.cells().get(i));
                }
            }
        }

        void read() {
            var organization = get("organization");
            organization.filter(id -> !book.has(id)).ifPresent(this::organization);
            get("address")
                    .ifPresentOrElse(
                            address -> person(address, organization),
                            () -> get("person")
                                    .ifPresent(name -> problem(
                                            "address", name, "somebody@example.org", "a person without an address")));
        }

        private void organization(String id) {
            if (!Identifiers.isId(id)) {
                problem("organization", id, Identifiers.ALLOWED, "not a name that others can refer to");
            }
            var domains = new HashSet<>(List.of(get("domains").orElse("").split("[\\s,;]+")));
            domains.remove("");
            domains.forEach(domain -> report("domains", book.domain(domain, id)));
            get("contract").ifPresent(contract -> report("contract", book.contract(contract)));
            book.add(
                    id,
                    get("name").orElse(id),
                    domains.stream().sorted().toList(),
                    get("contract"),
                    Map.of(),
                    Optional.empty());
        }

        private void person(String address, Optional<String> organization) {
            report("address", book.address(address, "in line " + line));
            get("language").ifPresent(language -> report("language", book.language(language)));
            book.add(address, get("person").orElse(address), organization, get("language"), get("phone"));
        }

        private Optional<String> get(String column) {
            return Optional.ofNullable(cells.get(column));
        }

        private void report(String column, Optional<Fault> fault) {
            fault.ifPresent(found -> problem(column, found.value(), found.allowed(), found.message()));
        }

        private void problem(String column, String value, String allowed, String message) {
            problems.add(line, column, value, allowed, message);
        }
    }
}

package guichet.core.desk.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything found wrong with one file, collected while it is read. */
final class Problems {
    private static final int MOST = 200;
    private final String file;
    private final List<Problem> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(int line, String path, String value, String allowed, String message) {
        if (found.size() < MOST) {
            found.add(new Problem(file, line, path, value, allowed, message));
        }
    }

    void add(Problem problem) {
        add(problem.line(), problem.path(), problem.value(), problem.allowed(), problem.message());
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    String file() {
        return file;
    }

    List<Problem> sorted() {
        return found.stream()
                .sorted(Comparator.comparingInt(Problem::line))
                .distinct()
                .toList();
    }
}

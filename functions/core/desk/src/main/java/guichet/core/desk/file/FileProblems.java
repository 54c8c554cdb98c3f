package guichet.core.desk.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything found wrong with one file, collected while it is read. */
final class FileProblems {
    private static final int MOST = 200;
    private final String file;
    private final List<FileProblem> found = new ArrayList<>();

    FileProblems(String file) {
        this.file = file;
    }

    void add(int line, String path, String value, String allowed, String message) {
        if (found.size() < MOST) {
            found.add(new FileProblem(file, line, path, value, allowed, message));
        }
    }

    void add(FileProblem problem) {
        add(problem.line(), problem.path(), problem.value(), problem.allowed(), problem.message());
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    String file() {
        return file;
    }

    List<FileProblem> sorted() {
        return found.stream()
                .sorted(Comparator.comparingInt(FileProblem::line))
                .distinct()
                .toList();
    }
}

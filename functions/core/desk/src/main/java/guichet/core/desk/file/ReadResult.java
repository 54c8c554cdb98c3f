package guichet.core.desk.file;

import java.util.List;

/** What became of reading a file: its content, or everything that is wrong with it. */
public sealed interface ReadResult<T> {
    record Good<T>(T content) implements ReadResult<T> {}

    /** @param problems at least one, by line */
    record Bad<T>(List<FileProblem> problems) implements ReadResult<T> {}

    static <T> ReadResult<T> of(FileProblems problems, T content) {
        return problems.isEmpty() ? new Good<>(content) : new Bad<>(problems.sorted());
    }

    /** What is wrong; empty for a good file. */
    default List<FileProblem> problems() {
        return switch (this) {
            case Good<T> _ -> List.of();
            case Bad<T>(var problems) -> problems;
        };
    }

    /** The content of a file that is known to be good. @throws IllegalStateException with all problems, if it is not */
    default T orThrow() {
        return switch (this) {
            case Good<T>(var content) -> content;
            case Bad<T>(var problems) ->
                throw new IllegalStateException(String.join(
                        "\n", problems.stream().map(FileProblem::toString).toList()));
        };
    }
}

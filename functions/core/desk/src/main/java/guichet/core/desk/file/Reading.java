package guichet.core.desk.file;

import java.util.List;
import java.util.function.Function;

/** What became of reading a file: its content, or everything that is wrong with it. */
public sealed interface Reading<T> {
    record Good<T>(T content) implements Reading<T> {}

    /** @param problems at least one, by line */
    record Bad<T>(List<Problem> problems) implements Reading<T> {}

    static <T> Reading<T> of(Problems problems, T content) {
        return problems.isEmpty() ? new Good<>(content) : new Bad<>(problems.sorted());
    }

    /** What is wrong; empty for a good file. */
    default List<Problem> problems() {
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
                        "\n", problems.stream().map(Problem::toString).toList()));
        };
    }

    default <U> Reading<U> map(Function<T, U> change) {
        return switch (this) {
            case Good<T>(var content) -> new Good<>(change.apply(content));
            case Bad<T>(var problems) -> new Bad<>(problems);
        };
    }
}

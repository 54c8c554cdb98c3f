package guichet.portal.http;

import java.util.List;
import java.util.Optional;

/** Where a list goes on: signed, and bound to the caller and the question that it was given for. A port. */
public interface ListCursors {
    String seal(String caller, String query, String position);

    /** The position; empty for anything but a cursor that was given to this caller for this question. */
    Optional<String> open(String caller, String query, String cursor);

    static Problem notOurs(String cursor) {
        return Problem.badValue("cursor", cursor, List.of(), ProblemWords.BAD_VALUE_CURSOR);
    }
}

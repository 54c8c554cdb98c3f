package guichet.cli.bench.against;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** A commit. @param changes files of the working tree that differ from it; none of one that is checked out for this */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Revision(String commit, String subject, List<String> changes) {
    private static final int SHORT = 10;

    String abbreviated() {
        return commit.substring(0, Math.min(SHORT, commit.length()));
    }
}

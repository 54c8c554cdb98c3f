package guichet.local.rights;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The calls that a stack denied: each is kept, said on standard error when it first happens, and, in a run of tests,
 * left for {@link DeniedCallsFail} to find, whatever became of the caller.
 */
public final class Denials {
    private final List<Denial> all = new ArrayList<>();
    private final Set<String> said = new HashSet<>();
    private final Set<String> expected = new HashSet<>();

    synchronized void add(Denial denial) {
        all.add(denial);
        if (expected.stream().anyMatch(start -> denial.action().startsWith(start))) {
            return;
        }
        if (said.add(denial.toString())) {
            System.err.println("denied: " + denial);
        }
        RunFolder.ofThisRun().ifPresent(run -> run.append(RunFolder.DENIED, List.of(denial.toString())));
    }

    /**
     * For a test that is about being denied: from now on, a denial of that action is what it wants.
     *
     * @param action or the beginning of several: {@code s3:}
     */
    public synchronized void expect(String action) {
        expected.add(action);
    }

    public synchronized List<Denial> all() {
        return List.copyOf(all);
    }
}

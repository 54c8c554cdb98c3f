package guichet.mutation;

import guichet.mutation.Mutant.Fate;
import java.util.List;

/** What became of one part. @param mutants all of its mutants; those explained do not count */
record PartOutcome(String part, List<Mutant> mutants, Explained explained, long seconds) {
    long found() {
        return counted().stream().filter(mutant -> mutant.fate() == Fate.FOUND).count();
    }

    /** Those that may be found: all, but the survivors of which it is said why no test is wanted. */
    List<Mutant> counted() {
        return mutants.stream()
                .filter(mutant ->
                        mutant.fate() == Fate.FOUND || explained.of(mutant).isEmpty())
                .toList();
    }

    List<Mutant> survivors() {
        return counted().stream().filter(mutant -> mutant.fate() != Fate.FOUND).toList();
    }

    double percent() {
        return counted().isEmpty() ? 100 : 100.0 * found() / counted().size();
    }

    @Override
    public String toString() {
        return "%-11s %4d of %4d found, %5.1f %%, %3d explained, %4d s"
                .formatted(
                        part,
                        found(),
                        counted().size(),
                        percent(),
                        mutants.size() - counted().size(),
                        seconds);
    }
}

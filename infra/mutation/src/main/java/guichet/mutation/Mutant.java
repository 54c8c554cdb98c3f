package guichet.mutation;

/**
 * One broken rule.
 *
 * @param file by its class's name and line, as an editor opens it
 * @param what was broken, in PIT's words
 */
record Mutant(String file, int line, String method, String what, Fate fate) {
    /** What became of it. */
    enum Fate {
        /** A test turned red, or hung: it is found. */
        FOUND,
        SURVIVED,
        /** No test comes by. */
        NOT_COVERED
    }

    /** By what it is known in the list of survivors that were read. */
    String key() {
        return file + " " + method + ": " + what;
    }

    @Override
    public String toString() {
        return file + ":" + line + " " + method + ": " + what + (fate == Fate.NOT_COVERED ? " (no test comes by)" : "");
    }
}

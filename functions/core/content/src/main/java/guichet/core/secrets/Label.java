package guichet.core.secrets;

/** A word behind which a secret may stand, and where it stands itself. */
record Label(Kind kind, int start, int end) {
    /** What is called so: how much it may look like an ordinary word, and how far from its label it may stand. */
    enum Kind {
        /** May be any word where nothing else is said. */
        PASSWORD,
        /** A password of several words. */
        PHRASE,
        /** "Pass" alone, which is many other things. */
        PASS,
        /** A key of a network, which people type. */
        NETWORK,
        /** Digits that people type: of a card, a door, an alarm. */
        CODE,
        /** A key or a token, which programs make and hand over. */
        KEY,
        /** "Key" alone, which is many other things. */
        ANY_KEY,
        /** "The new one": a secret where a label of another kind stands near. */
        REFERENCE,
        /** Of a name and what goes with it: "login: alice / ...". */
        ACCESS;

        boolean isPassword() {
            return this == PASSWORD || this == PHRASE;
        }

        boolean isTyped() {
            return isPassword() || this == PASS || this == NETWORK;
        }

        /** Whether a secret is called so by itself. */
        boolean isNamed() {
            return this != REFERENCE && this != ACCESS;
        }
    }
}

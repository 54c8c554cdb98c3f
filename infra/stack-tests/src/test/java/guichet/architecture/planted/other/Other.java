package guichet.architecture.planted.other;

import guichet.architecture.planted.one.One;

/** The other half. */
public final class Other {
    public One one;
}

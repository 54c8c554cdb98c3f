package guichet.architecture.planted.one;

import guichet.architecture.planted.other.Other;

/** Half of a circle, for the test to find. */
public final class One {
    public Other other;
}

package guichet.core.desk.file;

import java.util.Optional;

/**
 * A key that a section knows.
 *
 * @param required whether it must be there
 * @param unless another key in whose presence it need not be there; empty if {@code required} is all there is to say
 */
record Key(String name, Shape shape, boolean required, Optional<String> unless) {
    static Key key(String name, Shape shape) {
        return new Key(name, shape, false, Optional.empty());
    }

    static Key need(String name, Shape shape) {
        return new Key(name, shape, true, Optional.empty());
    }

    static Key needUnless(String other, String name, Shape shape) {
        return new Key(name, shape, false, Optional.of(other));
    }
}

package guichet.store;

import java.util.Optional;

/** Where bytes that are too long for the table lie, under keys of our own choosing. */
public interface Blobs {
    /** For whoever only reads what the table itself holds. */
    Blobs NONE = new Blobs() {
        @Override
        public void put(String key, byte[] bytes) {
            throw new UnsupportedOperationException("nothing is written here");
        }

        @Override
        public Optional<byte[]> get(String key) {
            return Optional.empty();
        }
    };

    void put(String key, byte[] bytes);

    Optional<byte[]> get(String key);
}

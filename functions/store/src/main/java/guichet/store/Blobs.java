package guichet.store;

import java.util.Optional;

/** Where bytes that are too long for the table lie, under keys of our own choosing. */
public interface Blobs {
    void put(String key, byte[] bytes);

    Optional<byte[]> get(String key);
}

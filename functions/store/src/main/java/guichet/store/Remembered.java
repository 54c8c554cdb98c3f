package guichet.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Answers that this process remembers for two minutes: what is put in, changed or taken out holds everywhere after at most that.
 * That something is not there is remembered too. At most 1,000 answers are kept.
 */
public final class Remembered<K, V> implements Function<K, Optional<V>> {
    public static final Duration STALE = Duration.ofMinutes(2);
    private static final int MOST = 1_000;

    private final Function<K, Optional<V>> ask;
    private final InstantSource clock;
    private final Map<K, Answer<V>> answers = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Answer<V>> eldest) {
            return size() > MOST;
        }
    };

    private record Answer<V>(Optional<V> value, Instant at) {
    }

    public Remembered(Function<K, Optional<V>> ask, InstantSource clock) {
        this.ask = ask;
        this.clock = clock;
    }

    @Override
    public synchronized Optional<V> apply(K key) {
        var now = clock.instant();
        var known = answers.get(key);
        if (known != null && known.at().plus(STALE).isAfter(now) && !known.at().isAfter(now)) {
            return known.value();
        }
        var value = ask.apply(key);
        answers.remove(key);
        answers.put(key, new Answer<>(value, now));
        return value;
    }
}

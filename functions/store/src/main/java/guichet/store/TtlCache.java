package guichet.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Answers that this process remembers for two minutes: what is put in, changed or taken out holds everywhere after at
 * most that. That something is not there is remembered too. At most 1,000 answers are kept.
 */
public final class TtlCache<K, V> implements Function<K, Optional<V>> {
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

    private record Answer<V>(Optional<V> value, Instant at) {}

    public TtlCache(Function<K, Optional<V>> ask, InstantSource clock) {
        this.ask = ask;
        this.clock = clock;
    }

    @Override
    public synchronized Optional<V> apply(K key) {
        var now = clock.instant();
        return known(key, now)
                .orElseGet(() -> remember(key, ask.apply(key), now))
                .value();
    }

    /** Those of many that have an answer; {@code ask} is asked once, for those that are not remembered. */
    public synchronized Map<K, V> applyAll(Set<K> keys, Function<Set<K>, Map<K, V>> ask) {
        var now = clock.instant();
        var answers = new HashMap<K, V>();
        var unknown = new HashSet<K>();
        keys.forEach(key -> known(key, now)
                .ifPresentOrElse(
                        known -> known.value().ifPresent(value -> answers.put(key, value)), () -> unknown.add(key)));
        if (!unknown.isEmpty()) {
            var found = ask.apply(unknown);
            unknown.forEach(key -> remember(key, Optional.ofNullable(found.get(key)), now));
            answers.putAll(found);
        }
        return answers;
    }

    private Optional<Answer<V>> known(K key, Instant now) {
        return Optional.ofNullable(answers.get(key))
                .filter(known ->
                        known.at().plus(STALE).isAfter(now) && !known.at().isAfter(now));
    }

    private Answer<V> remember(K key, Optional<V> value, Instant now) {
        var answer = new Answer<>(value, now);
        answers.remove(key);
        answers.put(key, answer);
        return answer;
    }
}

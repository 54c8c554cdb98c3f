package guichet.store;

import guichet.core.people.Contact;
import guichet.core.people.Directory;
import guichet.core.people.Organization;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A directory that this process remembers for two minutes: what is put in, changed or taken out holds everywhere after at most that.
 * What is not there is remembered too. At most 1,000 answers are kept.
 */
public final class CachedDirectory implements Directory {
    public static final Duration STALE = Duration.ofMinutes(2);
    private static final int MOST = 1_000;

    private final Directory directory;
    private final InstantSource clock;
    private final Map<Asked, Answer> answers = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Answer> eldest) {
            return size() > MOST;
        }
    };

    private enum What { CONTACT, ORGANIZATION, DOMAIN }

    private record Asked(What what, String desk, String key) {
    }

    private record Answer(Optional<?> value, Instant at) {
    }

    public CachedDirectory(Directory directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public Optional<Contact> contact(String desk, String address) {
        return remembered(new Asked(What.CONTACT, desk, address), () -> directory.contact(desk, address));
    }

    @Override
    public Optional<Organization> organization(String desk, String id) {
        return remembered(new Asked(What.ORGANIZATION, desk, id), () -> directory.organization(desk, id));
    }

    @Override
    public Optional<Organization> organizationOfDomain(String desk, String domain) {
        return remembered(new Asked(What.DOMAIN, desk, domain), () -> directory.organizationOfDomain(desk, domain));
    }

    @SuppressWarnings("unchecked")
    private synchronized <T> Optional<T> remembered(Asked asked, Supplier<Optional<T>> ask) {
        var now = clock.instant();
        var known = answers.get(asked);
        if (known != null && known.at().plus(STALE).isAfter(now) && !known.at().isAfter(now)) {
            return (Optional<T>) known.value();
        }
        var answer = ask.get();
        answers.remove(asked);
        answers.put(asked, new Answer(answer, now));
        return answer;
    }
}

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
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

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

    /** Only who is not remembered is asked for; who is not there is remembered too. */
    @Override
    public synchronized Map<String, Contact> contacts(String desk, Set<String> addresses) {
        var now = clock.instant();
        var unknown = addresses.stream().filter(address -> known(new Asked(What.CONTACT, desk, address), now).isEmpty()).collect(Collectors.toSet());
        var found = unknown.isEmpty() ? Map.<String, Contact>of() : directory.contacts(desk, unknown);
        unknown.forEach(address -> remember(new Asked(What.CONTACT, desk, address), Optional.ofNullable(found.get(address)), now));
        return addresses.stream().filter(address -> contact(desk, address).isPresent())
                .collect(Collectors.toMap(Function.identity(), address -> contact(desk, address).orElseThrow()));
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
        var known = known(asked, now);
        if (known.isPresent()) {
            return (Optional<T>) known.get().value();
        }
        var answer = ask.get();
        remember(asked, answer, now);
        return answer;
    }

    private Optional<Answer> known(Asked asked, Instant now) {
        return Optional.ofNullable(answers.get(asked)).filter(known -> known.at().plus(STALE).isAfter(now) && !known.at().isAfter(now));
    }

    private void remember(Asked asked, Optional<?> answer, Instant now) {
        answers.remove(asked);
        answers.put(asked, new Answer(answer, now));
    }
}

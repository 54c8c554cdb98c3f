package guichet.core.command;

import guichet.core.command.TicketCommit.IdempotencyKey;
import guichet.core.ticket.Body;
import guichet.core.ticket.RecordedEvent;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketEvent.MessageAdded;
import guichet.core.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The tickets of a story or a test: in memory, and otherwise as the table has it. */
public class InMemoryTicketStore implements TicketStore {
    private static final Duration REQUESTS_KEPT = Duration.ofDays(2);

    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<TicketId, Head> heads = new LinkedHashMap<>();
    private final Map<TicketId, List<TicketCommit>> commits = new HashMap<>();
    private final Map<MailKey, KnownMail> mails = new HashMap<>();
    private final Map<RequestKey, Request> requests = new HashMap<>();

    private record Head(Ticket ticket, Optional<Instant> due) {}

    private record MailKey(String desk, String messageId) {}

    private record RequestKey(String scope, String key) {}

    private record Request(TicketId ticket, String bodyHash, Instant expires) {}

    @Override
    public synchronized Optional<Ticket> find(TicketId id) {
        return Optional.ofNullable(heads.get(id)).map(Head::ticket);
    }

    @Override
    public synchronized long nextNumber(String desk) {
        return numbers.merge(desk, 1L, Long::sum);
    }

    /** Every ticket there is, in the order of their opening. */
    public synchronized Set<TicketId> tickets() {
        return Collections.unmodifiableSet(new LinkedHashSet<>(heads.keySet()));
    }

    /** As if nothing had ever been written. */
    public synchronized void clear() {
        List.of(numbers, heads, commits, mails, requests).forEach(Map::clear);
    }

    /** What is due at that instant or before, earliest first. */
    public synchronized List<Due> due(Instant at) {
        return heads.values().stream()
                .flatMap(head ->
                        head.due().stream().map(due -> new Due(head.ticket().id(), due)))
                .filter(due -> !due.due().isAfter(at))
                .sorted(Comparator.comparing(Due::due)
                        .thenComparing(due -> due.ticket().number()))
                .toList();
    }

    @Override
    public synchronized WriteResult write(List<TicketCommit> commits) {
        if (commits.stream().allMatch(this::isWritten)) {
            return new WriteResult.Done();
        }
        return commits.stream()
                .flatMap(commit -> Stream.of(requestBefore(commit), claimedBefore(commit), changedBefore(commit)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> {
                    commits.forEach(this::keep);
                    return new WriteResult.Done();
                });
    }

    /** A writer who never heard the outcome, and writes again. */
    private boolean isWritten(TicketCommit commit) {
        return !commit.events().isEmpty()
                && commits.getOrDefault(commit.after().id(), List.of()).contains(commit);
    }

    private Optional<WriteResult> requestBefore(TicketCommit commit) {
        return commit.key()
                .flatMap(key -> repeated(key, commit.after().lastAt()))
                .map(repeated -> repeated);
    }

    private Optional<WriteResult> claimedBefore(TicketCommit commit) {
        var ticket = commit.after().id();
        for (var mail : commit.mails()) {
            var known = mail(ticket.desk(), mail.messageId());
            if (known.isPresent()
                    && !(known.get().ticket().equals(ticket)
                            && known.get().fingerprint().isEmpty())) {
                return Optional.of(
                        new WriteResult.Claimed(mail.messageId(), known.get().ticket()));
            }
            for (var ancestor : mail.claims()) {
                var other = mail(ticket.desk(), ancestor)
                        .filter(there -> !there.ticket().equals(ticket));
                if (other.isPresent()) {
                    return Optional.of(
                            new WriteResult.Claimed(ancestor, other.get().ticket()));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<WriteResult> changedBefore(TicketCommit commit) {
        var there = heads.get(commit.after().id());
        if (commit.before().isEmpty()) {
            return there == null ? Optional.empty() : Optional.of(new WriteResult.NumberTaken());
        }
        var unchanged = there != null
                && there.ticket().seq() == commit.before().get().seq()
                && (commit.timer().isEmpty() || commit.timer().equals(there.due()));
        return unchanged ? Optional.empty() : Optional.of(new WriteResult.Stale());
    }

    private void keep(TicketCommit commit) {
        var ticket = commit.after().id();
        heads.put(ticket, new Head(commit.after(), commit.due()));
        if (!commit.events().isEmpty()) {
            commits.computeIfAbsent(ticket, _ -> new ArrayList<>()).add(commit);
        }
        commit.key()
                .ifPresent(key -> requests.put(
                        new RequestKey(key.scope(), key.key()),
                        new Request(
                                ticket, key.bodyHash(), commit.after().lastAt().plus(REQUESTS_KEPT))));
        for (var recorded : commit.events()) {
            if (recorded.event() instanceof MessageAdded message
                    && message.mail().isPresent()) {
                var mail = message.mail().get();
                mails.put(
                        new MailKey(ticket.desk(), mail.messageId()),
                        KnownMail.received(ticket, recorded.by().address(), mail.fingerprint()));
                mail.claims()
                        .forEach(id -> mails.putIfAbsent(new MailKey(ticket.desk(), id), KnownMail.unseen(ticket)));
            }
        }
    }

    @Override
    public synchronized Optional<WriteResult.Repeated> repeated(IdempotencyKey key, Instant now) {
        return Optional.ofNullable(requests.get(new RequestKey(key.scope(), key.key())))
                .filter(request -> request.expires().isAfter(now))
                .map(request -> new WriteResult.Repeated(
                        request.ticket(), request.bodyHash().equals(key.bodyHash())));
    }

    @Override
    public synchronized List<RecordedEvent> history(TicketId id, long fromSeq, int limit) {
        return commits.getOrDefault(id, List.of()).stream()
                .filter(commit -> commit.after().seq() >= fromSeq)
                .limit(limit)
                .flatMap(commit -> commit.events().stream())
                .filter(recorded -> recorded.seq() >= fromSeq)
                .map(RecordedEvent::listed)
                .toList();
    }

    @Override
    public synchronized Optional<Body> body(TicketId id, long seq) {
        return commits.getOrDefault(id, List.of()).stream()
                .flatMap(commit -> commit.events().stream())
                .filter(recorded -> recorded.seq() == seq)
                .map(RecordedEvent::event)
                .filter(MessageAdded.class::isInstance)
                .map(event -> ((MessageAdded) event).body())
                .findFirst();
    }

    @Override
    public synchronized Optional<KnownMail> mail(String desk, String messageId) {
        return Optional.ofNullable(mails.get(new MailKey(desk, messageId)));
    }

    @Override
    public synchronized void rememberSent(TicketId ticket, String messageId, String to) {
        mails.putIfAbsent(new MailKey(ticket.desk(), messageId), KnownMail.sent(ticket, to));
    }
}

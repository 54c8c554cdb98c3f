package guichet.portal;

import guichet.portal.held.HeldMailDecisions;
import guichet.store.HeldMail;
import guichet.store.HeldMail.Decision;
import guichet.store.HeldMail.Verdict;
import guichet.store.HeldMailTable.Decided;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Held mails in memory, as the table keeps them: the first decision stands. */
final class FakeHeldMails implements HeldMailDecisions {
    private final TreeMap<String, HeldMail> mails = new TreeMap<>();

    void clear() {
        mails.clear();
    }

    HeldMail hold(String desk, Instant at, String from, String subject) {
        var mail = new HeldMail(
                desk,
                HeldMail.id(at, subject),
                from,
                "Somebody",
                subject,
                at,
                "nobody has decided on this sender yet",
                "mail/1",
                Optional.empty(),
                "Bonjour");
        mails.put(mail.id(), mail);
        return mail;
    }

    @Override
    public List<HeldMail> list(String desk, Optional<String> after, int size) {
        return mails.tailMap(after.orElse(""), false).values().stream()
                .filter(mail -> mail.desk().equals(desk) && mail.decision().isEmpty())
                .limit(size)
                .toList();
    }

    @Override
    public Decided decide(String desk, String id, Verdict verdict, String by, Instant at) {
        var mail = mails.get(id);
        if (mail == null || !mail.desk().equals(desk)) {
            return new Decided.NotHeld();
        }
        if (mail.decision().isPresent()) {
            return new Decided.Before(mail);
        }
        var decided = new HeldMail(
                mail.desk(),
                mail.id(),
                mail.sender(),
                mail.name(),
                mail.subject(),
                mail.at(),
                mail.reason(),
                mail.rawKey(),
                Optional.of(new Decision(verdict, by, at)),
                mail.text());
        mails.put(id, decided);
        return new Decided.Done(decided);
    }
}

package guichet.stack;

import guichet.core.desk.Desk;
import guichet.core.story.EventWords;
import guichet.core.story.StoryEvent;
import guichet.core.ticket.TicketId;
import guichet.local.mail.MailView;
import guichet.store.NoticeKey;
import guichet.store.StoredCommit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What is new in the table and in the outbox: events and withheld notices as they were written, mails as they left. */
final class Journal {
    /** Why a mail left: the notice that its tag names. */
    private record Reason(String text, List<String> rules) {}

    private final Helpdesk helpdesk;
    private final Desk desk;
    private final Map<TicketId, NavigableMap<Long, String>> words = new HashMap<>();
    private final Map<String, Reason> reasons = new HashMap<>();
    private final List<StoryEvent> happenings = new ArrayList<>();
    private int mails;

    Journal(Helpdesk helpdesk, Desk desk) {
        this.helpdesk = helpdesk;
        this.desk = desk;
        this.mails = helpdesk.stack.aws().outbox().all().size();
    }

    List<StoryEvent> drain() {
        var all = List.copyOf(happenings);
        happenings.clear();
        return all;
    }

    /** A ticket's events that were read, by their seq, in a story's words. */
    Map<Long, String> words(TicketId ticket) {
        return words.getOrDefault(ticket, new TreeMap<>());
    }

    /** @param now when whatever is new happened, unless it says so itself */
    void read(Collection<TicketId> tickets, Instant now) {
        for (var ticket : tickets) {
            var known = words.computeIfAbsent(ticket, _ -> new TreeMap<>());
            helpdesk.commits(ticket, known.isEmpty() ? 1 : known.lastKey() + 1).forEach(commit -> add(commit, now));
        }
        var all = helpdesk.stack.aws().outbox().all();
        all.subList(mails, all.size()).stream().map(MailView::of).forEach(mail -> add(mail, now));
        mails = all.size();
    }

    private void add(StoredCommit commit, Instant now) {
        var ticket = commit.ticket().id();
        var last = commit.events().getLast();
        for (var recorded : commit.events()) {
            var what = EventWords.of(recorded, desk.hours().zone());
            words.get(ticket).put(recorded.seq(), what);
            happenings.add(
                    new StoryEvent.Noted(recorded.at(), ticket, recorded.by().address(), what));
        }
        commit.notices()
                .forEach(notice -> reasons.put(
                        NoticeKey.of(ticket, last.seq(), last.at(), notice.to().address())
                                .tag(),
                        new Reason(notice.text().orElse(""), notice.why())));
        commit.withheld()
                .forEach(held -> happenings.add(
                        new StoryEvent.Withheld(now, ticket, held.address(), held.rule(), held.reason())));
    }

    private void add(MailView mail, Instant now) {
        var reason = Optional.ofNullable(reasons.get(mail.sent().tags().get("notice")))
                .orElse(new Reason("", List.of("no notice asked for it")));
        var ticket = TicketId.parse(mail.headers().getOrDefault("X-Guichet-Ticket", ""))
                .orElseThrow(() -> new AssertionError("a mail about no ticket:\n" + mail.raw()));
        mail.sent()
                .to()
                .forEach(to -> happenings.add(
                        new StoryEvent.Sent(now, ticket, to, reason.text(), mail.text(), reason.rules())));
    }
}

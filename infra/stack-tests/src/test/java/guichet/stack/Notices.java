package guichet.stack;

import guichet.store.NoticeKey;
import guichet.store.StoredCommit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The notices that were decided on, beside the mails that went out. */
record Notices(List<String> decided, Map<String, Long> sent) {
    private static final String TAG = "notice";

    static Notices of(Helpdesk desk, List<StoredCommit> commits) {
        var decided = new ArrayList<String>();
        for (var commit : commits) {
            var last = commit.events().getLast();
            commit.notices()
                    .forEach(notice -> decided.add(NoticeKey.of(
                                    commit.ticket().id(),
                                    last.seq(),
                                    last.at(),
                                    notice.to().address())
                            .tag()));
        }
        return new Notices(
                decided,
                desk.stack.aws().outbox().all().stream()
                        .map(mail -> mail.tags().get(TAG))
                        .collect(Collectors.groupingBy(tag -> tag, Collectors.counting())));
    }

    List<String> missing() {
        return decided.stream().filter(tag -> !sent.containsKey(tag)).toList();
    }

    List<String> unknown() {
        return sent.keySet().stream().filter(tag -> !decided.contains(tag)).toList();
    }

    /** Each as often as it went out once more. */
    List<String> repeated() {
        return sent.entrySet().stream()
                .flatMap(entry -> java.util.Collections.nCopies((int) (entry.getValue() - 1), entry.getKey()).stream())
                .toList();
    }
}

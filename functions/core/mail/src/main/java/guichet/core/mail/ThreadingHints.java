package guichet.core.mail;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a mail may belong, as far as the mail itself tells. A hint decides nothing: tokens have to be verified, and
 * senders have to be concerned.
 *
 * @param ancestors Message-IDs, the likeliest first: In-Reply-To, then References from the nearest to the root
 * @param root the oldest id that the mail names: siblings of an ancestor that we never saw share it; empty if none
 * @param tags ticket ids from the subject's tags ({@code [cloud-88]}), in their order
 * @param subject without reply and forward prefixes and without tags
 */
public record ThreadingHints(List<String> ancestors, String root, List<Tag> tags, String subject) {
    static final int MOST_ANCESTORS = 50;
    private static final int MOST_TAGS = 5;
    private static final Pattern TAG =
            Pattern.compile("\\[(?:#|Ticket\\s?#?)?([a-z][a-z0-9-]{0,39})-([1-9]\\d{0,8})]", Pattern.CASE_INSENSITIVE);

    /** A ticket as a subject names it. */
    public record Tag(String desk, long number) {}

    public static ThreadingHints of(IncomingMail mail) {
        var ancestors = new LinkedHashSet<>(mail.inReplyTo());
        ancestors.addAll(mail.references().reversed());
        ancestors.remove(mail.messageId());
        String root = !mail.references().isEmpty()
                ? mail.references().getFirst()
                : mail.inReplyTo().isEmpty() ? "" : mail.inReplyTo().getFirst();
        return new ThreadingHints(
                ancestors.stream().limit(MOST_ANCESTORS).toList(),
                root,
                tags(mail.subject()),
                normalized(mail.subject()));
    }

    static List<Tag> tags(String subject) {
        var tags = new LinkedHashSet<Tag>();
        Matcher m = TAG.matcher(subject);
        while (m.find() && tags.size() < MOST_TAGS) {
            tags.add(new Tag(m.group(1).toLowerCase(Locale.ROOT), Long.parseLong(m.group(2))));
        }
        return new ArrayList<>(tags);
    }

    /** Two mails of one conversation have the same. */
    static String normalized(String subject) {
        String s = SubjectPrefixes.strip(TAG.matcher(subject).replaceAll(" "));
        return SubjectPrefixes.strip(s.replaceAll("\\s+", " "));
    }
}

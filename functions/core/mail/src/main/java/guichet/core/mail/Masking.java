package guichet.core.mail;

import guichet.core.files.Executables;
import guichet.core.files.SafeName;
import guichet.core.html.HtmlMail;
import guichet.core.html.HtmlRedaction;
import guichet.core.html.LinkTargets;
import guichet.core.mail.mime.SignedData;
import guichet.core.secrets.KnownValues;
import guichet.core.secrets.SecretMasker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One mail's secrets: found in subject, text, text files and the mails within it, gone from all of them and from the
 * HTML. Looking takes time, so a mail has {@value #MOST_LOOKED_INTO} bytes of files looked into, and no file that would
 * go beyond.
 */
final class Masking {
    static final int MOST_LOOKED_INTO = 3_000_000;
    /** Of one mail, taken out wherever else they stand: who sends more of them hides nothing but his own. */
    private static final int MOST_KNOWN = 500;
    /** Of a mail that is written anew: its texts besides. */
    private static final int MOST_WRITTEN = MOST_LOOKED_INTO + 1_000_000;

    private static final Pattern FOLD = Pattern.compile("\r?\n[ \t]");
    private static final byte[] NOTHING = {};

    private final boolean on;
    private final Set<String> secrets = new LinkedHashSet<>();
    private final Map<String, SecretMasker.Masked> looked = new HashMap<>();
    private final Set<MailAttachment> lookedInto = Collections.newSetFromMap(new IdentityHashMap<>());
    private KnownValues known = new KnownValues(Set.of());
    private int knownFrom;
    private int left = MOST_LOOKED_INTO;
    private int leftToWrite = MOST_WRITTEN;

    Masking(boolean on) {
        this.on = on;
    }

    int count() {
        return secrets.size();
    }

    /**
     * First all secrets are found, in all forms of the mail: one that only the HTML gives away must go from the text as
     * well.
     */
    void find(String subject, Content content) {
        if (!on) {
            return;
        }
        find(subject);
        find(LinkTargets.without(content.text()));
        content.said().forEach(this::find);
    }

    void find(String text) {
        secrets.addAll(look(text).secrets());
    }

    /** Of a page both what it says in words, between which tags may stand, and its source. */
    void findInFile(String type, String text) {
        find(text);
        if (type.equals("text/html")) {
            HtmlMail.read(text).said().forEach(this::find);
        }
    }

    /**
     * Of what comes as files, before anything is masked: a value may stand in the text that only a file tells as one.
     */
    void find(List<MailAttachment> attachments) {
        if (!on) {
            return;
        }
        for (MailAttachment a : attachments) {
            if (isMail(a.type())) {
                MaskedMail.find(a.content(), this);
            } else if (isText(a.type()) && spend(a.size())) {
                lookedInto.add(a);
                findInFile(a.type(), MaskedFile.text(a));
            }
        }
    }

    /** Looking is dear, and each text is asked for twice: to find, and to mask. */
    private SecretMasker.Masked look(String text) {
        return looked.computeIfAbsent(text, SecretMasker::mask);
    }

    Set<String> secrets() {
        return secrets;
    }

    /** Whether there is time to look into so much more; if so, it is spent. */
    boolean spend(int size) {
        if (size > left) {
            return false;
        }
        left -= size;
        return true;
    }

    String apply(String text) {
        return on ? LinkTargets.change(text, words -> known(look(words).text()), this::known) : text;
    }

    /** The same, as long as there is time; beyond that without what is known by then. */
    String written(String text) {
        if (text.length() > leftToWrite) {
            return known(text);
        }
        leftToWrite -= text.length();
        return apply(text);
    }

    /** Without any value that is known as a secret by now, wherever it stands. */
    String known(String text) {
        return sought().replaceIn(text, SecretMasker.MASK);
    }

    private KnownValues sought() {
        int count = Math.min(secrets.size(), MOST_KNOWN);
        if (count != knownFrom) {
            known = new KnownValues(secrets.stream().limit(count).toList());
        }
        knownFrom = count;
        return known;
    }

    /**
     * Tags may stand between a label and its value: what any form showed as secret goes wherever it stands. Empty if
     * that cannot be made sure.
     */
    String applyHtml(String html) {
        if (secrets.isEmpty() || html.isEmpty()) {
            return html;
        }
        var page = HtmlRedaction.of(html);
        String masked = page.without(sought(), SecretMasker.MASK);
        boolean clean =
                page.texts().stream().allMatch(text -> look(text).secrets().isEmpty());
        return clean ? masked : "";
    }

    /** What files say, where it was looked into, and what they are called. */
    List<MailAttachment> apply(List<MailAttachment> attachments) {
        if (!on) {
            return attachments;
        }
        var masked = new ArrayList<MailAttachment>(attachments.size());
        for (MailAttachment a : attachments) {
            boolean gone = !secrets.isEmpty()
                    && SignedData.open(a.type(), a.name(), a.content()).isPresent();
            if (!gone) { // or else its words and files are there without it
                masked.add(renamed(isMail(a.type()) ? maskedMail(a) : lookedInto.contains(a) ? masked(a) : a));
            }
        }
        return masked;
    }

    private MailAttachment renamed(MailAttachment a) {
        String masked = name(a.name());
        return masked.equals(a.name()) ? a : a.named(masked);
    }

    /**
     * What a file is called; a mail that comes as one is called by its subject. A program is called as one still, even
     * by a value that ends so: rules on files go by it.
     */
    String name(String name) {
        String masked = known(name);
        boolean program = Executables.recognise(name, NOTHING) && !Executables.recognise(masked, NOTHING);
        String safe = SafeName.of(name);
        return program ? masked + known(safe.substring(safe.lastIndexOf('.'))) : masked;
    }

    private MailAttachment maskedMail(MailAttachment a) {
        byte[] mail = MaskedMail.ofFile(a.content(), this);
        return mail == a.content() ? a : a.with(mail);
    }

    private MailAttachment masked(MailAttachment a) {
        String text = MaskedFile.text(a);
        String masked = a.type().equals("text/html") ? page(apply(text)) : apply(text);
        return masked.equals(text) ? a : MaskedFile.with(a, masked);
    }

    /** A page that shows a value in spite of that, as its markup hides it, is cleaned so that it can be taken out. */
    private String page(String html) {
        if (secrets.isEmpty()) {
            return html;
        }
        var page = HtmlMail.read(html);
        boolean shows = page.said().stream().anyMatch(words -> !apply(words).equals(words));
        return shows ? applyHtml(page.clean()) : html;
    }

    static boolean isMail(String type) {
        return type.equals("message/rfc822") || type.equals("message/global");
    }

    static boolean isText(String type) {
        return type.startsWith("text/")
                || type.startsWith("message/")
                || type.equals("application/json")
                || type.equals("application/xml")
                || type.equals("application/x-yaml")
                || type.equals("application/x-pem-file")
                || type.equals("application/x-sh")
                || type.equals("application/sql")
                || isCalendar(type);
    }

    static boolean isCalendar(String type) {
        return type.equals("text/calendar") || type.equals("application/ics");
    }

    /** A line that begins with a blank goes on the one before (RFC 5545, 3.1), in the midst of a value as well. */
    static String unfolded(String calendar) {
        return FOLD.matcher(calendar).replaceAll("");
    }
}

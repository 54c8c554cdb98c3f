package guichet.core.mail;

import guichet.core.files.Pictures;
import guichet.core.html.HtmlMail;
import guichet.core.html.Marks;
import guichet.core.mail.mime.ContentType;
import guichet.core.mail.mime.FlowedText;
import guichet.core.mail.mime.Headers;
import guichet.core.mail.mime.MimeMessage;
import guichet.core.mail.mime.Part;
import guichet.core.mail.mime.Remark;
import guichet.core.mail.mime.RtfText;
import guichet.core.mail.mime.SignedData;
import guichet.core.mail.mime.Tnef;
import guichet.core.mail.mime.Uuencode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Puts parts together: which are the text, in which form, and which are files. */
final class BodyAssembly {
    /** Longer text is cut, and kept whole as a file. */
    private static final int LONGEST_TEXT = 1_000_000;

    private static final int DEEPEST = 60;
    private static final int MOST_FILES = 2_000;
    /** Signed parts, each with as many parts as a mail may have; a server may sign what a person did. */
    private static final int MOST_OPENED = 2;

    private final List<Remark> remarks;
    private final ReadOptions options;
    private final List<OtherForm> otherForms = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private final List<MailAttachment> attachments = new ArrayList<>();
    private int length;
    private int opened;

    /** A piece of the body: plain, HTML, or both as alternatives. Null where there is none. */
    private record Section(String plain, HtmlMail html) {
        /** The plain form, unless the HTML tells more: where history begins, or the text at all. */
        String text() {
            if (html == null) {
                return plain;
            }
            if (plain == null || plain.isBlank()) {
                return html.text();
            }
            boolean marked = html.text().indexOf(Marks.HISTORY) >= 0;
            return marked || !Alternatives.sayTheSame(plain, html.text()) ? html.text() : plain;
        }
    }

    /** A part that may be read where there is no other text. @param file what it is else */
    private record OtherForm(Part part, OtherForms.Form form, MailAttachment file) {}

    BodyAssembly(List<Remark> remarks, ReadOptions options) {
        this.remarks = remarks;
        this.options = options;
    }

    void add(Part part, int depth) {
        if (depth > DEEPEST) {
            attach(part, "part.bin");
            remarks.add(Remark.UNOPENED);
            return;
        }
        if (part.isMultipart()) {
            if (part.type().is("multipart/alternative")) {
                addAlternatives(part, depth);
            } else {
                part.children().forEach(child -> add(child, depth + 1));
            }
            return;
        }
        if (isBody(part, depth == 0)) {
            sections.add(section(part));
        } else if (Tnef.is(part)) {
            unpack(part);
        } else if (!open(part, depth)) {
            var file = attach(part, null);
            OtherForms.of(part, depth == 0).ifPresent(form -> otherForms.add(new OtherForm(part, form, file)));
        }
    }

    /** Whatever is the only body is read, in whichever form it came. */
    void readOtherForm() {
        if (sections.stream().anyMatch(section -> !section.text().isBlank())) {
            return;
        }
        for (var other : otherForms) {
            var section = section(other);
            if (section.isPresent() && !section.get().text().isBlank()) {
                sections.add(section.get());
                if (!staysFile(other.form())) {
                    attachments.remove(other.file());
                }
                return;
            }
        }
    }

    /** Whatever was cut is kept whole; of a plain form that is done already. */
    private boolean staysFile(OtherForms.Form form) {
        return switch (form) {
            case CALENDAR -> true;
            case HTML, RTF -> remarks.contains(Remark.TEXT_CUT);
            case PLAIN -> false;
        };
    }

    private Optional<Section> section(OtherForm other) {
        var part = other.part();
        return switch (other.form()) {
            case HTML -> Optional.of(new Section(null, HtmlMail.read(cut(part.text()))));
            case PLAIN -> Optional.of(section(part));
            case CALENDAR ->
                Invitation.words(part.text(), options.zone(), options.locale()).map(words -> new Section(words, null));
            case RTF -> {
                var read = RtfText.of(part.content());
                var text = cut(read.text());
                yield Optional.of(
                        read.html() ? new Section(null, HtmlMail.read(text)) : new Section(Marks.strip(text), null));
            }
        };
    }

    /** Behind what it holds, so that all secrets in there are known by the time that it is looked at. */
    private boolean open(Part part, int depth) {
        if (opened == MOST_OPENED) {
            if (SignedData.mayBe(part)) {
                remarks.add(Remark.UNOPENED);
            }
            return false;
        }
        var signed = SignedData.open(part);
        if (signed.isEmpty()) {
            return false;
        }
        remarks.addAll(signed.get().remarks());
        opened++;
        add(signed.get().root(), depth);
        attach(part, "smime.p7m");
        return true;
    }

    /** The best plain and the best HTML form are one section; of the other forms a calendar stays a file. */
    private void addAlternatives(Part part, int depth) {
        var inner = new BodyAssembly(remarks, options);
        inner.length = length;
        inner.opened = opened;
        String plain = null;
        HtmlMail html = null;
        for (Part child : part.children()) {
            inner.add(child, depth + 1);
        }
        for (Section s : inner.sections) {
            if (s.plain != null && !s.plain.isBlank()) {
                plain = plain == null ? s.plain : plain.equals(s.plain) ? plain : plain + "\n" + s.plain;
            }
            if (s.html != null) {
                html = html == null ? s.html : html.and(s.html);
            }
        }
        length = inner.length;
        opened = inner.opened;
        if (plain != null || html != null) { // what was not chosen is no file
            inner.otherForms.stream()
                    .filter(other -> other.form() != OtherForms.Form.CALENDAR)
                    .forEach(other -> inner.attachments.remove(other.file()));
        } else {
            otherForms.addAll(inner.otherForms);
        }
        attachments.addAll(inner.attachments);
        if (plain != null && html != null && InlinePictures.isOnlyMarks(html.clean())) {
            html = HtmlMail.wordless(preformatted(plain) + html.clean());
        }
        if (plain != null || html != null) {
            sections.add(new Section(plain, html));
        }
    }

    /** Whoever sends nothing but a text means it to be read, whatever its name. */
    private static boolean isBody(Part part, boolean alone) {
        if (part.disposition().is("attachment")) {
            return false;
        }
        return switch (part.type().value()) {
            case "text/plain", "text/html", "text/enriched", "text/richtext" ->
                alone || part.name().isEmpty() || isSoleUnnamed(part);
            default -> false;
        };
    }

    /** Some clients give the body itself a name. */
    private static boolean isSoleUnnamed(Part part) {
        String name = part.name().toLowerCase(java.util.Locale.ROOT);
        return part.disposition().value().isEmpty()
                && (name.equals("message.html")
                        || name.equals("message.txt")
                        || name.equals("body.txt")
                        || name.equals("body.html"));
    }

    private Section section(Part part) {
        String whole = part.text();
        String text = beginning(whole);
        if (text.length() < whole.length()) {
            keepWhole(part, part.type().is("text/html") ? "message.html" : "message.txt");
        }
        length += text.length();
        return switch (part.type().value()) {
            case "text/html" -> new Section(null, HtmlMail.read(text));
            case "text/enriched", "text/richtext" ->
                new Section(
                        plain(
                                text.replace("<<", "\u0001")
                                        .replaceAll("<[^<>]{1,80}>", "")
                                        .replace('\u0001', '<'),
                                part.type()),
                        null);
            default ->
                looksLikeHtml(text)
                        ? new Section(null, HtmlMail.read(text))
                        : new Section(plain(text, part.type()), null);
        };
    }

    /** As much of it as there is room for. */
    private String beginning(String text) {
        return text.substring(0, Math.clamp(LONGEST_TEXT - length, 0, text.length()));
    }

    /** As much of it as there is room for, and a word of that. */
    private String cut(String whole) {
        String text = beginning(whole);
        if (text.length() < whole.length()) {
            remarks.add(Remark.TEXT_CUT);
        }
        return text;
    }

    private void keepWhole(Part part, String standIn) {
        attach(part, standIn);
        remarks.add(Remark.TEXT_CUT);
    }

    /** HTML that is sent as text/plain. */
    private static boolean looksLikeHtml(String text) {
        String start =
                text.substring(0, Math.min(text.length(), 300)).stripLeading().toLowerCase(java.util.Locale.ROOT);
        return start.startsWith("<!doctype html") || start.startsWith("<html");
    }

    private String plain(String raw, ContentType type) {
        String text = Marks.strip(raw).replace("\r\n", "\n").replace('\r', '\n');
        Uuencode.Split split = Uuencode.split(text);
        split.files()
                .forEach(f -> attachments.add(new MailAttachment(
                        Headers.oneLine(f.name()), "application/octet-stream", f.content(), "", false)));
        return FlowedText.read(split.text(), type);
    }

    private MailAttachment attach(Part part, String standIn) {
        boolean cited = !part.contentId().isEmpty() && part.type().value().startsWith("image/");
        boolean inline =
                !part.disposition().is("attachment") && (part.disposition().is("inline") || cited);
        String name = part.name();
        if (name.isBlank()) {
            name = standIn != null ? standIn : nameFor(part);
        }
        String type = part.type().value().isEmpty()
                ? "application/octet-stream"
                : part.type().value();
        boolean inPlace = inline && Pictures.type(type, name).isPresent();
        String contentId = inPlace && part.contentId().isEmpty()
                ? UUID.nameUUIDFromBytes(part.content()) + "@inline"
                : part.contentId();
        var file = new MailAttachment(name, type, part.content(), contentId, inline);
        attachments.add(file);
        if (inPlace) {
            sections.add(new Section(null, HtmlMail.wordless(InlinePictures.mark(contentId, name))));
        }
        return file;
    }

    private static String nameFor(Part part) {
        if (part.type().is("message/rfc822") || part.type().is("message/global")) {
            byte[] head = java.util.Arrays.copyOf(part.content(), Math.min(part.content().length, 50_000));
            String subject = MimeMessage.parse(head).headers().decoded("Subject");
            return (subject.isBlank() ? "message" : subject) + ".eml";
        }
        return FileNames.forPart(part);
    }

    private void unpack(Part part) {
        var tnef = Tnef.unpack(part.content());
        if (tnef.isEmpty()) {
            attach(part, "winmail.dat");
            return;
        }
        tnef.get()
                .files()
                .forEach(f -> attachments.add(new MailAttachment(
                        Headers.oneLine(f.name()).isBlank() ? "attachment.bin" : Headers.oneLine(f.name()),
                        FileNames.typeOf(f.name()),
                        f.content(),
                        f.contentId(),
                        false)));
        boolean isHtml = !tnef.get().html().isBlank();
        String whole = isHtml ? tnef.get().html() : tnef.get().text();
        String source = beginning(whole);
        boolean cut = source.length() < whole.length();
        Section words = isHtml
                ? new Section(null, HtmlMail.read(source))
                : new Section(Marks.strip(source).replace("\r\n", "\n"), null);
        String said = words.text();
        String before = said.isBlank() ? "" : sampleOfText();
        if (said.isBlank()) {
            if (cut) {
                keepWhole(part, "winmail.dat");
            } else if (tnef.get().files().isEmpty()) {
                attach(part, "winmail.dat");
            }
        } else if (before.isBlank() || !Alternatives.sayTheSame(before, said)) {
            if (cut) {
                keepWhole(part, "winmail.dat");
            }
            length += source.length();
            sections.add(words);
        }
    }

    /** As much of the text as is compared. */
    private String sampleOfText() {
        var sample = new StringBuilder();
        for (Section s : sections) {
            if (sample.length() >= Alternatives.LONGEST_SAMPLE) {
                break;
            }
            String text = s.text();
            sample.append(text, 0, Math.min(text.length(), Alternatives.LONGEST_SAMPLE))
                    .append('\n');
        }
        return sample.toString();
    }

    Content content() {
        var text = new StringBuilder();
        var html = new StringBuilder();
        var said = new ArrayList<String>();
        boolean anyHtml = sections.stream().anyMatch(s -> s.html != null);
        for (Section s : sections) {
            String piece = s.text();
            if (!text.isEmpty() && !piece.isBlank()) {
                text.append('\n');
            }
            text.append(piece);
            if (!piece.isBlank() && !piece.endsWith("\n")) {
                text.append('\n');
            }
            if (!anyHtml) {
                continue;
            }
            html.append(s.html != null ? s.html.clean() : preformatted(s.plain));
            if (s.html != null) {
                said.addAll(s.html.said());
            }
        }
        return new Content(
                printable(text), InlinePictures.settle(html.toString()), List.copyOf(said), unique(attachments));
    }

    private static String preformatted(String plain) {
        return "<pre>" + escape(Marks.removeLines(plain)) + "</pre>";
    }

    /** Control characters do harm wherever a text is shown or logged. */
    private static String printable(StringBuilder text) {
        int kept = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c != 127 && (c < 0x80 || c >= 0xA0) || c == '\n' || c == '\t') {
                text.setCharAt(kept++, c);
            }
        }
        text.setLength(kept);
        return text.toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Two files of one name get a number, before the first dot so that "a.tar.gz" stays one. */
    private static List<MailAttachment> unique(List<MailAttachment> all) {
        Set<String> taken = new HashSet<>();
        var unique = new ArrayList<MailAttachment>(all.size());
        for (MailAttachment a : all) {
            String name = a.name();
            int dot = name.indexOf('.') > 0 ? name.indexOf('.') : name.length();
            for (int i = 1; !taken.add(name) && i <= MOST_FILES; i++) {
                name = a.name().substring(0, dot) + i + a.name().substring(dot);
            }
            unique.add(name.equals(a.name()) ? a : a.named(name));
        }
        return unique;
    }
}

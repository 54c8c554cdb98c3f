package guichet.core.secrets;

import guichet.core.secrets.Label.Kind;
import java.util.List;

/** What a label leads to: in a name, or over the words of its sentence. */
final class LabelledValues {
    private static final int FARTHEST = 120;

    private final Source source;
    private final String text;

    LabelledValues(Source source) {
        this.source = source;
        this.text = source.text();
    }

    void find(List<Label> labels, List<Span> spans) {
        int done = 0;
        for (int i = 0; i < labels.size(); i++) {
            var label = labels.get(i);
            if (label.start() < done || label.kind() == Kind.ACCESS) {
                continue;
            }
            var value = of(label, next(labels, i));
            if (value == null) {
                continue;
            }
            done = value.wholeEnd(text);
            spans.add(new Span(value.start(), done));
            if (label.kind() != Kind.KEY && label.kind() != Kind.ANY_KEY) {
                done = MoreValues.find(source, label, value, spans);
            }
        }
    }

    /** Where the next begins that may have a value of its own. */
    private int next(List<Label> labels, int i) {
        int farthest = labels.get(i).end() + FARTHEST;
        for (int j = i + 1; j < labels.size() && labels.get(j).start() < farthest; j++) {
            var kind = labels.get(j).kind();
            if (kind.isNamed() && kind != Kind.ANY_KEY && kind != Kind.PASS
                    || kind == labels.get(i).kind()) {
                return labels.get(j).start();
            }
        }
        return text.length();
    }

    private Value of(Label label, int next) {
        var verdict = new Verdict(text, source.folded(), label);
        int at = label.end();
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        var numbered = new Label(label.kind(), label.start(), at);
        var names = new Names(source, numbered, verdict);
        var value = names.value();
        if (value != null || names.isPart() || isPartOfPath(numbered)) {
            return value;
        }
        int closed = at;
        while (closed < at + 3 && source.isOneOf("\"'’»*_`)].…", closed)) {
            closed++;
        }
        int start = source.isOneOf(".…", closed - 1) ? at : closed;
        return new Sentence(source, label, verdict, Math.min(next, label.end() + FARTHEST), closed > at).from(start);
    }

    /** "password-reset", "/password/new"; but "login/password". */
    private boolean isPartOfPath(Label label) {
        int at = label.end();
        return source.isOneOf("_-/\\.@", at)
                && !source.isBlank(at + 1)
                && !source.isOneOf(".", at + 1)
                && !(source.isOneOf("/", at) && Pairs.isSecond(source, label));
    }
}

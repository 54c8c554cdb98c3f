package guichet.core.secrets;

import guichet.core.text.Literals;
import guichet.core.text.Literals.Bounds;
import guichet.core.text.Literals.Literal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All shapes at once: a text is gone through for their signs a single time, and once for each that may be there. */
final class Shapes {
    private static final List<Shape> ALL = new ArrayList<>(KnownShapes.ALL);

    /** Which shapes a sign speaks for, by their places in the list. */
    private static final Map<String, BitSet> BY_SIGN = new HashMap<>();

    private static final Literals SIGNS;

    static {
        ALL.addAll(Commands.ALL);
        for (int i = 0; i < ALL.size(); i++) {
            for (var sign : ALL.get(i).signs()) {
                BY_SIGN.computeIfAbsent(sign, _ -> new BitSet()).set(i);
            }
        }
        // of two signs that begin alike only the longer is reported where it stands: it speaks for the shorter as well
        BY_SIGN.forEach((sign, shapes) -> BY_SIGN.forEach((longer, of) -> {
            if (longer.startsWith(sign)) {
                of.or(shapes);
            }
        }));
        SIGNS = new Literals(BY_SIGN.keySet().stream()
                .map(sign -> new Literal(sign, Bounds.ANYWHERE))
                .toList());
    }

    private Shapes() {}

    static void find(String text, String folded, List<Span> spans) {
        var worth = new BitSet();
        for (int at = 0; at < folded.length(); at++) {
            var sign = SIGNS.at(folded, at);
            if (sign != null) {
                worth.or(BY_SIGN.get(sign.text()));
            }
        }
        worth.stream().forEach(i -> ALL.get(i).find(text, spans));
    }
}

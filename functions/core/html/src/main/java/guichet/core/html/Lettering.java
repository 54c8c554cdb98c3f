package guichet.core.html;

import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * How the letters right within an element are shown, as it and those around it say: asked once for each element, as a
 * text of many pieces would ask the same of all around it again and again. What a style sheet may say of an element
 * counts as said, and as shown: it is better to read too much than to lose words.
 *
 * @param styled whether some style sheet says sizes, or what is visible, for whichever elements
 * @param sizeless of no size, as the nearest element says that says any; a table begins anew
 * @param invisible as the nearest element says that says either
 * @param size in pixels, as an element nearby says, or 0 if none does
 * @param distance of that element
 */
record Lettering(boolean styled, boolean sizeless, boolean invisible, double size, int distance) {
    private static final int FARTHEST = 3;
    private static final Pattern STYLED = Pattern.compile("(font|font-size|visibility)\\s*:", Pattern.CASE_INSENSITIVE);

    static Lettering of(Document document) {
        boolean styled = document.select("style").stream()
                .anyMatch(style -> STYLED.matcher(style.data()).find());
        return new Lettering(styled, false, false, 0, 0);
    }

    Lettering within(Element e) {
        String style = FontSize.beginning(e.attr("style"));
        String declared = Hidden.value(style, "font-size", "font");
        String visibility = Hidden.value(style, "visibility");
        boolean perhaps = styled || e.hasAttr("class") || e.hasAttr("id");
        boolean sized = perhaps || !declared.isEmpty() || e.normalName().equals("table") || e.hasAttr("size");
        double own = FontSize.in(style);
        boolean inherits = own == 0 && distance < FARTHEST;
        return new Lettering(
                styled,
                sized ? Hidden.isZero(declared) : sizeless,
                visibility.isEmpty() ? invisible && !perhaps : visibility.equals("hidden"),
                inherits ? size : own,
                inherits ? distance + 1 : 0);
    }

    boolean isHidden() {
        return sizeless || invisible;
    }
}

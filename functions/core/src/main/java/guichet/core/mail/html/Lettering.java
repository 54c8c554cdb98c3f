package guichet.core.mail.html;

import org.jsoup.nodes.Element;

/**
 * How the letters right within an element are shown, as it and those around it say: asked once for each element, as a text of many pieces
 * would ask the same of all around it again and again.
 *
 * @param sizeless  of no size, as the nearest element says that says any; a table begins anew
 * @param invisible as the nearest element says that says either
 * @param size      in pixels, as an element nearby says, or 0 if none does
 * @param distance  of that element
 */
record Lettering(boolean sizeless, boolean invisible, double size, int distance) {
    static final Lettering PLAIN = new Lettering(false, false, 0, 0);
    private static final int FARTHEST = 3;

    Lettering within(Element e) {
        String style = FontSize.beginning(e.attr("style"));
        String declared = Hidden.value(style, "font-size");
        String visibility = Hidden.value(style, "visibility");
        boolean sized = !declared.isEmpty() || e.normalName().equals("table") || e.hasAttr("size");
        double own = FontSize.in(style);
        boolean inherits = own == 0 && distance < FARTHEST;
        return new Lettering(sized ? Hidden.isZero(declared) : sizeless, visibility.isEmpty() ? invisible : visibility.equals("hidden"),
                inherits ? size : own, inherits ? distance + 1 : 0);
    }

    boolean isHidden() {
        return sizeless || invisible;
    }
}

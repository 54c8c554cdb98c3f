package guichet.local.aws;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Just enough XML for S3's answers; what XML 1.0 cannot carry is left out. */
final class Xml {
    private final StringBuilder text = new StringBuilder();

    static byte[] document(String root, Consumer<Xml> content) {
        var xml = new Xml();
        xml.text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        xml.nested(root, content);
        return xml.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    Xml nested(String name, Consumer<Xml> content) {
        text.append('<').append(name).append('>');
        content.accept(this);
        text.append("</").append(name).append('>');
        return this;
    }

    Xml element(String name, Object value) {
        text.append('<').append(name).append('>');
        String.valueOf(value).codePoints().forEach(this::escape);
        text.append("</").append(name).append('>');
        return this;
    }

    private void escape(int c) {
        switch (c) {
            case '<' -> text.append("&lt;");
            case '>' -> text.append("&gt;");
            case '&' -> text.append("&amp;");
            case '"' -> text.append("&quot;");
            case '\r' -> text.append("&#13;");
            case 0xFFFE, 0xFFFF -> {}
            default -> {
                if (c >= 0x20 || c == '\n' || c == '\t') {
                    text.appendCodePoint(c);
                }
            }
        }
    }
}

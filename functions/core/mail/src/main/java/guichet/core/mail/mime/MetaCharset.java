package guichet.core.mail.mime;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The charset that a page of HTML names in its first kilobyte (WHATWG HTML, "prescan a byte stream"). */
final class MetaCharset {
    private static final int LOOKED_INTO = 1_024;
    private static final Pattern META =
            Pattern.compile("(?i)<meta\\s[^>]{0,200}?charset\\s{0,5}=\\s{0,5}[\"']?([a-z0-9_:.-]{2,40})");

    private MetaCharset() {}

    /** Empty if it cannot be: that the name could be read at all tells that letters have one byte there. */
    static Optional<String> in(byte[] html) {
        Matcher meta =
                META.matcher(new String(html, 0, Math.min(html.length, LOOKED_INTO), StandardCharsets.ISO_8859_1));
        return meta.find()
                ? Optional.of(meta.group(1))
                        .filter(name -> Charsets.named(name)
                                .filter(MetaCharset::isPossible)
                                .isPresent())
                : Optional.empty();
    }

    private static boolean isPossible(Charset charset) {
        return !charset.name().startsWith("UTF-16") && !charset.name().startsWith("UTF-32");
    }
}

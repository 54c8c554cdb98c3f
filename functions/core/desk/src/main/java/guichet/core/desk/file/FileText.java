package guichet.core.desk.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A file's bytes as text. */
final class FileText {
    static final int LARGEST = 1024 * 1024;

    private FileText() {}

    /** Without the byte order mark; empty, with a problem, if it is too large or not UTF-8. */
    static Optional<String> read(byte[] content, FileProblems problems) {
        if (content.length > LARGEST) {
            problems.add(0, "", content.length + " bytes", "up to 1 MB", "the file is too large");
            return Optional.empty();
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException bad) {
            problems.add(0, "", "", "UTF-8", "the file is not written in UTF-8");
            return Optional.empty();
        }
    }
}

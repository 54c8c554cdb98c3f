package guichet.core.mail.mime;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Unpacks winmail.dat (MS-OXTNEF): attachments with their long names, and the body, which may be there as RTF only.
 * Bounded: every length is checked against what is left, and a broken container yields what came before the break.
 *
 * @param text plain body, or empty
 * @param html HTML body, or empty
 */
public record Tnef(String text, String html, List<File> files) {
    private static final int SIGNATURE = 0x223E9F78;
    private static final int MOST_FILES = 200;
    private static final int MOST_PROPERTIES = 2_000;

    public record File(String name, byte[] content, String contentId) {}

    public static boolean is(Part part) {
        String type = part.type().value();
        return type.equals("application/ms-tnef")
                || type.equals("application/vnd.ms-tnef")
                || part.name().toLowerCase(Locale.ROOT).equals("winmail.dat");
    }

    public static Optional<Tnef> unpack(byte[] content) {
        var in = new Reader(content, 0, content.length);
        if (in.left() < 6 || in.int32() != SIGNATURE) {
            return Optional.empty();
        }
        in.skip(2);
        var unpacking = new Unpacking();
        while (in.left() >= 9) {
            in.skip(1); // level
            int attribute = in.int32();
            int length = in.int32();
            if (length < 0 || length > in.left()) {
                break;
            }
            unpacking.attribute(attribute & 0xFFFF, in.slice(length));
            in.skip(length);
            in.skip(Math.min(2, in.left())); // checksum: broken ones are common
        }
        return Optional.of(unpacking.done());
    }

    private static final class Unpacking {
        private Charset charset = Charset.forName("windows-1252");
        private String text = "";
        private String html = "";
        private byte[] rtf = Part.NONE;
        private final List<File> files = new ArrayList<>();
        private boolean open;
        private String title = "";
        private String longName = "";
        private String contentId = "";
        private byte[] data;

        void attribute(int id, Reader value) {
            switch (id) {
                case 0x9007 -> { // attOemCodepage
                    if (value.left() >= 4) {
                        charset = Charsets.named("windows-" + value.int32()).orElse(charset);
                    }
                }
                case 0x800C -> text = new String(value.bytes(), charset).replace("\u0000", "");
                case 0x9003 -> properties(value, false); // attMsgProps
                case 0x9002 -> { // attAttachRendData starts an attachment
                    flush();
                    open = true;
                }
                case 0x8010 -> title = new String(value.bytes(), charset).replace("\u0000", "");
                case 0x800F -> data = value.bytes();
                case 0x9005 -> properties(value, true); // attAttachment
                default -> {}
            }
        }

        private void flush() {
            if (open && data != null && files.size() < MOST_FILES) {
                files.add(new File(longName.isBlank() ? title : longName, data, contentId));
            }
            open = false;
            title = "";
            longName = "";
            contentId = "";
            data = null;
        }

        Tnef done() {
            flush();
            if (text.isBlank() && html.isBlank()) {
                RtfText.Read read = RtfText.of(CompressedRtf.unpack(rtf));
                return read.html()
                        ? new Tnef("", read.text(), List.copyOf(files))
                        : new Tnef(read.text(), "", List.copyOf(files));
            }
            return new Tnef(text, html, List.copyOf(files));
        }

        /** MAPI properties (MS-OXTNEF, section 2.1.3.4). */
        private void properties(Reader in, boolean ofAttachment) {
            if (in.left() < 4) {
                return;
            }
            int count = Math.min(in.int32(), MOST_PROPERTIES);
            for (int i = 0; i < count && in.left() >= 4; i++) {
                int tag = in.int32();
                int type = tag & 0xFFFF;
                int id = tag >>> 16;
                if (id >= 0x8000 && !skipName(in)) {
                    return;
                }
                byte[] value = value(in, type);
                if (value == null) {
                    return;
                }
                property(id, type, value, ofAttachment);
            }
        }

        private void property(int id, int type, byte[] value, boolean ofAttachment) {
            if (ofAttachment) {
                switch (id) {
                    case 0x3707 -> longName = string(type, value);
                    case 0x3712 -> contentId = string(type, value);
                    case 0x3701 -> {
                        if (data == null || data.length == 0) {
                            data = value;
                        }
                    }
                    default -> {}
                }
            } else if (id == 0x1000 && text.isBlank()) {
                text = string(type, value);
            } else if (id == 0x1009) {
                rtf = value;
            } else if (id == 0x1013) {
                html = Charsets.decode(value, null, charset).replace("\u0000", "");
            }
        }

        private String string(int type, byte[] value) {
            return new String(value, (type & 0xFFF) == 0x1F ? StandardCharsets.UTF_16LE : charset)
                    .replace("\u0000", "");
        }

        private static boolean skipName(Reader in) {
            if (in.left() < 24) {
                return false;
            }
            in.skip(16);
            if (in.int32() == 0) {
                in.skip(4);
                return true;
            }
            int length = in.left() >= 4 ? in.int32() : -1;
            return length >= 0 && in.skipPadded(length);
        }

        /** The (first) value of a property, or null if the rest cannot be read. */
        private static byte[] value(Reader in, int type) {
            boolean many = (type & 0x1000) != 0;
            int fixed = switch (type & 0xFFF) {
                case 0x02, 0x03, 0x04, 0x0A, 0x0B -> 4;
                case 0x05, 0x06, 0x07, 0x14, 0x40 -> 8;
                case 0x48 -> 16;
                case 0x0D, 0x1E, 0x1F, 0x102 -> 0;
                default -> -1;
            };
            if (fixed < 0) {
                return null;
            }
            int count = 1;
            if (many || fixed == 0) {
                if (in.left() < 4) {
                    return null;
                }
                count = in.int32();
            }
            if (count < 0 || count > MOST_PROPERTIES) {
                return null;
            }
            byte[] first = {};
            for (int i = 0; i < count; i++) {
                int length = fixed;
                if (fixed == 0) {
                    if (in.left() < 4) {
                        return null;
                    }
                    length = in.int32();
                }
                if (length < 0 || length > in.left()) {
                    return null;
                }
                if (i == 0) {
                    first = in.slice(length).bytes();
                }
                if (!in.skipPadded(length)) {
                    return null;
                }
            }
            return first;
        }
    }

    /** Little-endian, over a part of an array that is never copied but for a value. */
    private static final class Reader {
        private final byte[] bytes;
        private final int end;
        private int at;

        Reader(byte[] bytes, int from, int end) {
            this.bytes = bytes;
            this.at = from;
            this.end = end;
        }

        int left() {
            return end - at;
        }

        int int32() {
            int value = bytes[at] & 0xFF
                    | (bytes[at + 1] & 0xFF) << 8
                    | (bytes[at + 2] & 0xFF) << 16
                    | (bytes[at + 3] & 0xFF) << 24;
            at += 4;
            return value;
        }

        void skip(int n) {
            at += n;
        }

        /** Values are padded to four bytes. */
        boolean skipPadded(int n) {
            int padded = n + 3 & ~3;
            if (n > left()) {
                return false;
            }
            at += Math.min(padded, left());
            return true;
        }

        Reader slice(int length) {
            return new Reader(bytes, at, at + length);
        }

        byte[] bytes() {
            return Arrays.copyOfRange(bytes, at, end);
        }
    }
}

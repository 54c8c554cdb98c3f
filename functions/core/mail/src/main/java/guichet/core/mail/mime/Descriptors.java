package guichet.core.mail.mime;

import java.util.Arrays;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.BodyDescriptorBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.RawField;

/** Lets Mime4j see the Content-Type that {@link ContentType} reads: one lenient, bounded reading instead of two. */
final class Descriptors implements BodyDescriptorBuilder {
    private static final int LONGEST = 20_000;

    private ContentType type = ContentType.parse("");
    private String encoding = "";
    private int types;

    private record Descriptor(ContentType type, String encoding) implements BodyDescriptor {
        @Override
        public String getBoundary() {
            return type.parameter("boundary").orElse(null);
        }

        /** A multipart without a boundary cannot be taken apart: it is text to Mime4j. */
        @Override
        public String getMimeType() {
            boolean opaque = type.value().isEmpty() || type.isMultipart() && getBoundary() == null;
            return opaque ? "text/plain" : type.value();
        }

        @Override
        public String getMediaType() {
            return getMimeType().split("/", 2)[0];
        }

        @Override
        public String getSubType() {
            String mimeType = getMimeType();
            return mimeType.substring(mimeType.indexOf('/') + 1);
        }

        @Override
        public String getCharset() {
            return null;
        }

        @Override
        public String getTransferEncoding() {
            return encoding;
        }

        @Override
        public long getContentLength() {
            return -1;
        }
    }

    @Override
    public void reset() {
        type = ContentType.parse("");
        encoding = "";
        types = 0;
    }

    @Override
    public Field addField(RawField field) {
        String name = field.getName().strip();
        if (name.equalsIgnoreCase("Content-Type") && types++ < Part.MOST_TYPES) {
            var next = ContentType.parse(valueOf(field));
            if (type.value().isEmpty() || next.overrules(type)) {
                type = next;
            }
        } else if (name.equalsIgnoreCase("Content-Transfer-Encoding") && encoding.isEmpty()) {
            encoding = valueOf(field);
        }
        return null;
    }

    private static String valueOf(RawField field) {
        byte[] raw = field.getRaw() == null ? new byte[0] : field.getRaw().toByteArray();
        int colon = Math.max(0, field.getDelimiterIdx());
        var headers = new Headers();
        headers.add(
                "value",
                Arrays.copyOfRange(raw, Math.min(colon + 1, raw.length), Math.min(raw.length, colon + LONGEST)));
        return headers.raw("value");
    }

    @Override
    public BodyDescriptor build() {
        return new Descriptor(type, encoding);
    }

    @Override
    public BodyDescriptorBuilder newChild() {
        return new Descriptors();
    }
}

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Packs a function's zip anew, with the jars inside it uncompressed: thousands of small class files compress far better
 * together than one by one (a quarter of the zip), and a function that wakes up has nothing left to inflate. Run by
 * Maven, as a source file.
 */
class StoreJars {

    public static void main(String... args) throws IOException {
        var zip = Path.of(args[0]);
        var seen = new HashSet<String>();
        var packed = zip.resolveSibling(zip.getFileName() + ".packed");
        try (var in = new ZipInputStream(Files.newInputStream(zip));
                var out = new ZipOutputStream(Files.newOutputStream(packed))) {
            out.setLevel(Deflater.BEST_COMPRESSION);
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!seen.add(entry.getName())) {
                    continue;
                }
                out.putNextEntry(timeless(entry.getName()));
                if (entry.getName().endsWith(".jar")) {
                    store(in, out);
                } else {
                    in.transferTo(out);
                }
            }
        }
        Files.move(packed, zip, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void store(InputStream jar, OutputStream to) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var seen = new HashSet<String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(jar.readAllBytes()));
                var out = new ZipOutputStream(bytes)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (seen.add(entry.getName())) {
                    var content = in.readAllBytes();
                    out.putNextEntry(stored(entry.getName(), content));
                    out.write(content);
                }
            }
        }
        bytes.writeTo(to);
    }

    private static ZipEntry stored(String name, byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        var entry = timeless(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        return entry;
    }

    /** The same classes give the same zip. */
    private static ZipEntry timeless(String name) {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        return entry;
    }
}

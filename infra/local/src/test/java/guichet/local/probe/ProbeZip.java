package guichet.local.probe;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs {@link Probe} as Quarkus packs a function: classes at the root, libraries under {@code lib/}. */
public final class ProbeZip {
    public static final String HANDLER = Probe.class.getName() + "::handleRequest";

    private ProbeZip() {}

    public static Path write(Path file) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            var name = Probe.class.getName().replace('.', '/') + ".class";
            add(
                    zip,
                    name,
                    Probe.class.getClassLoader().getResourceAsStream(name).readAllBytes());
            for (var type : List.of(ObjectMapper.class, JsonFactory.class, JsonProperty.class)) {
                var jar = Path.of(
                        type.getProtectionDomain().getCodeSource().getLocation().getPath());
                add(zip, "lib/" + jar.getFileName(), Files.readAllBytes(jar));
            }
        }
        return file;
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }
}

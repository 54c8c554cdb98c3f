package guichet.local.aws;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;

/** Unpacks the SQLite library that DynamoDB Local loads, from our own jar, for this platform. */
final class NativeSqlite {
    private static boolean ready;

    private NativeSqlite() {}

    static synchronized void load() throws IOException {
        if (ready) {
            return;
        }
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var arm = System.getProperty("os.arch").equals("aarch64");
        String library;
        String name;
        if (os.contains("mac")) {
            library = arm ? "libsqlite4java-osx-aarch64.dylib" : "libsqlite4java-osx.dylib";
            name = "libsqlite4java-osx.dylib";
        } else if (os.contains("linux") && !arm) {
            library = "libsqlite4java-linux-amd64.so";
            name = library;
        } else {
            throw new IOException("no SQLite library for " + os + " on " + System.getProperty("os.arch")
                    + ": DynamoDB Local runs on Linux x86-64 and on macOS");
        }
        var folder = Files.createTempDirectory("guichet-sqlite");
        var target = folder.resolve(name);
        try (var in = NativeSqlite.class.getResourceAsStream("native/" + library)) {
            if (in == null) {
                throw new IOException("the build left out " + library);
            }
            Files.copy(in, target);
        }
        target.toFile().deleteOnExit();
        folder.toFile().deleteOnExit();
        System.setProperty("sqlite4java.library.path", folder.toString());
        ready = true;
    }
}

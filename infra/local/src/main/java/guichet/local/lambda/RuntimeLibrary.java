package guichet.local.lambda;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The runtime interface client's native library, unpacked once. Left to itself, each process would write it to the one
 * place in /tmp, over the copy that another has mapped: in the cloud every sandbox has a /tmp of its own.
 */
final class RuntimeLibrary {
    /** The system property by which the client is told where it lies. */
    static final String PROPERTY = "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

    private RuntimeLibrary() {}

    static Path in(Path folder) {
        return folder.resolve("libaws-lambda-jni.so");
    }

    static void unpack(Path folder) throws IOException {
        var arch = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        var musl =
                Files.exists(Path.of("/lib/ld-musl-x86_64.so.1")) || Files.exists(Path.of("/lib/ld-musl-aarch64.so.1"));
        var name = "/jni/libaws-lambda-jni." + (musl ? "linux_musl-" : "linux-") + arch + ".so";
        try (var in = AWSLambda.class.getResourceAsStream(name)) {
            if (in == null || !System.getProperty("os.name").equals("Linux")) {
                throw new IOException("AWS's runtime interface client runs on Linux only, not on "
                        + System.getProperty("os.name") + " " + System.getProperty("os.arch"));
            }
            Files.copy(in, in(folder));
        }
    }
}

package guichet.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import guichet.local.folder.Folders;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A {@code function.zip}, unpacked. Its own classes are also put into one jar, so that everything on the class path is
 * a jar, as a class data archive wants it; the folder itself is the working directory, as {@code /var/task} is.
 */
public final class FunctionCode {
    private static final String SANDBOX = "sandbox.jar";

    private final Path root;
    private final Path jar;
    private final boolean asDeployed;

    private FunctionCode(Path root, Path jar, boolean asDeployed) {
        this.root = root;
        this.jar = jar;
        this.asDeployed = asDeployed;
    }

    /** Unpacks a zip under the folder, unless it already lies there. */
    public static FunctionCode unpack(Path zip, Path folder) throws IOException {
        if (!Files.isRegularFile(zip)) {
            throw new IOException("no function at " + zip + ": build it first");
        }
        var root = folder.resolve("task");
        var jar = folder.resolve("classes.jar");
        var sandbox = sandboxClass();
        var mark = folder.resolve("unpacked");
        var version = "layout 2 " + Files.size(zip) + " "
                + Files.getLastModifiedTime(zip).toMillis() + " " + zip.toAbsolutePath() + " "
                + Arrays.hashCode(sandbox);
        if (!Files.exists(mark) || !Files.readString(mark).equals(version)) {
            Folders.delete(folder);
            Files.createDirectories(root);
            extract(zip, root, jar);
            writeSandbox(folder.resolve(SANDBOX), sandbox);
            RuntimeLibrary.unpack(folder);
            Files.writeString(mark, version);
        }
        return new FunctionCode(root.toAbsolutePath(), jar.toAbsolutePath(), false);
    }

    /**
     * The same in the layout of the managed runtime: the class path holds the runtime interface client alone, whose own
     * class loader finds the function's classes and libraries in the folder. An AOT cache covers none of those.
     */
    public FunctionCode asDeployed() {
        return new FunctionCode(root, jar, true);
    }

    private static byte[] sandboxClass() throws IOException {
        try (var in = Sandbox.class.getResourceAsStream("Sandbox.class")) {
            return in.readAllBytes();
        }
    }

    private static void writeSandbox(Path jar, byte[] sandbox) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry(Sandbox.class.getName().replace('.', '/') + ".class"));
            zip.write(sandbox);
            zip.closeEntry();
        }
    }

    private static void extract(Path zip, Path root, Path jar) throws IOException {
        try (var in = new ZipFile(zip.toFile());
                var classes = new ZipOutputStream(Files.newOutputStream(jar))) {
            classes.setLevel(1);
            for (var entry : in.stream().toList()) {
                var target = root.resolve(entry.getName()).normalize();
                if (!target.startsWith(root)) {
                    throw new IOException(zip + " holds a name that leaves its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(target.getParent());
                var bytes = in.getInputStream(entry).readAllBytes();
                Files.write(target, bytes);
                if (!entry.getName().startsWith("lib/")) {
                    classes.putNextEntry(new ZipEntry(entry.getName()));
                    classes.write(bytes);
                    classes.closeEntry();
                }
            }
        }
    }

    /** Where the function finds its files; its working directory. */
    Path root() {
        return root;
    }

    /** The runtime interface client's native library. */
    Path nativeLibrary() {
        return RuntimeLibrary.in(jar.getParent());
    }

    /**
     * The runtime interface client's jars, then the function's classes, then its libraries by name; as deployed, those
     * jars alone.
     */
    String classPath() throws IOException {
        var entries = new ArrayList<String>();
        entries.add(jar.resolveSibling(SANDBOX).toString());
        runtimeJars().forEach(p -> entries.add(p.toString()));
        if (asDeployed) {
            return String.join(File.pathSeparator, entries);
        }
        entries.add(jar.toString());
        var lib = root.resolve("lib");
        if (Files.isDirectory(lib)) {
            try (var jars = Files.list(lib)) {
                jars.filter(j -> j.toString().endsWith(".jar")).sorted().forEach(j -> entries.add(j.toString()));
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    private static Set<Path> runtimeJars() throws IOException {
        var jars = new LinkedHashSet<Path>();
        try {
            for (var type : List.of(
                    Context.class,
                    PojoSerializer.class,
                    AWSLambda.class,
                    Class.forName("software.amazon.awssdk.utilslite.SdkInternalThreadLocal"))) {
                jars.add(Path.of(
                        type.getProtectionDomain().getCodeSource().getLocation().toURI()));
            }
        } catch (URISyntaxException | ClassNotFoundException e) {
            throw new IOException("the runtime interface client is not on our class path", e);
        }
        return jars;
    }
}

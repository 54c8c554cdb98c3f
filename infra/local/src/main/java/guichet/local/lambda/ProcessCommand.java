package guichet.local.lambda;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line and environment that the managed Java runtime gives a function. */
final class ProcessCommand {
    /** Lambda leaves this share of the memory size to the heap. */
    private static final double HEAP_SHARE = 0.85;

    private ProcessCommand() {}

    static ProcessBuilder of(FunctionSpec spec, List<String> under, int apiPort) throws IOException {
        var command = new ArrayList<>(under);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags(spec));
        command.add("-cp");
        command.add(spec.code().classPath());
        command.add(Sandbox.class.getName());
        command.add(spec.handler());
        var builder = new ProcessBuilder(command).directory(spec.code().root().toFile());
        var environment = builder.environment();
        var path = environment.get("PATH");
        environment.clear();
        environment.put("PATH", path);
        environment.put("LANG", "en_US.UTF-8");
        environment.put("TZ", ":UTC");
        environment.putAll(spec.environment());
        environment.put("_HANDLER", spec.handler());
        environment.put("LAMBDA_TASK_ROOT", spec.code().root().toString());
        environment.put("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:" + apiPort);
        environment.put("AWS_LAMBDA_FUNCTION_NAME", spec.name());
        environment.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
        environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(spec.memoryMb()));
        environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + spec.name());
        environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "local");
        environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", spec.snapStart() ? "snap-start" : "on-demand");
        environment.put("AWS_EXECUTION_ENV", "AWS_Lambda_java25");
        return builder;
    }

    /** What the function's own JAVA_TOOL_OPTIONS says goes before what the runtime would. */
    private static List<String> flags(FunctionSpec spec) {
        var own = spec.environment().getOrDefault(FunctionSpec.JAVA_OPTIONS, "");
        var flags = new ArrayList<String>();
        if (!own.contains("-Xmx") && !own.contains("MaxRAMPercentage") && !own.contains("MaxHeapSize")) {
            flags.add("-Xmx" + (int) (spec.memoryMb() * HEAP_SHARE) + "m");
        }
        if (!own.contains("-Xms") && !own.contains("InitialHeapSize") && !own.contains("InitialRAMPercentage")) {
            // The JVM would size it by this machine's memory, not by the function's.
            flags.add("-Xms" + Math.max(8, spec.memoryMb() / 64) + "m");
        }
        if (!own.matches(".*-XX:\\+Use\\w*GC.*")) {
            flags.add("-XX:+UseSerialGC");
        }
        if (!spec.snapStart() && !own.contains("TieredStopAtLevel") && !own.contains("TieredCompilation")) {
            flags.add("-XX:TieredStopAtLevel=1");
        }
        flags.add("--enable-native-access=ALL-UNNAMED");
        flags.add("-D" + RuntimeLibrary.PROPERTY + "=" + spec.code().nativeLibrary());
        flags.add("-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"));
        return flags;
    }
}

package guichet.local.lambda;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * A function as the template describes it.
 *
 * @param code the unpacked {@code function.zip}
 * @param handler class and method, as the managed runtime takes them
 * @param memoryMb Lambda's memory size in MiB, from which the heap follows
 * @param timeout an invocation that takes longer is stopped, and its process with it
 * @param environment the function's own variables, resolved
 * @param snapStart whether the function is deployed from a snapshot: hooks run, and C2 is not switched off
 * @param processes how many run side by side, each with one invocation at a time
 */
public record FunctionSpec(
        String name,
        FunctionCode code,
        String handler,
        int memoryMb,
        Duration timeout,
        Map<String, String> environment,
        boolean snapStart,
        int processes) {

    static final String JAVA_OPTIONS = "JAVA_TOOL_OPTIONS";

    public String arn() {
        return "arn:aws:lambda:eu-west-1:000000000000:function:" + name + ":live";
    }

    /** The same with more flags for the JVM. */
    public FunctionSpec withJavaOptions(String flags) {
        var more = new HashMap<>(environment);
        more.merge(JAVA_OPTIONS, flags, (said, added) -> said + " " + added);
        return new FunctionSpec(name, code, handler, memoryMb, timeout, more, snapStart, processes);
    }

    /** The same function in another layout. */
    public FunctionSpec withCode(FunctionCode other) {
        return new FunctionSpec(name, other, handler, memoryMb, timeout, environment, snapStart, processes);
    }

    /** The same without a snapshot: started where it is called. */
    public FunctionSpec onDemand() {
        return new FunctionSpec(name, code, handler, memoryMb, timeout, environment, false, processes);
    }

    Path logFile(Path logs) {
        return logs.resolve(name + ".log");
    }
}

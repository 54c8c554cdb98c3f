package guichet.runtime;

/** The trace of the invocation at hand, which what is written carries on: streams break traces. */
final class Trace {
    private Trace() {}

    /** Empty outside of Lambda. */
    static String current() {
        var trace = System.getProperty("com.amazonaws.xray.traceHeader", System.getenv("_X_AMZN_TRACE_ID"));
        return trace == null ? "" : trace;
    }
}

package guichet.local.lambda;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.IOException;

/**
 * The first class of a function's process: AWS's own main class, in a process that ends when the stack does, or when
 * that class has nothing more to do. In the cloud the sandbox around the process sees to both; here a function with
 * threads of its own would live on. Standard input ends with the process that holds its other end, however it was
 * killed.
 */
public final class Sandbox {
    private Sandbox() {}

    public static void main(String[] args) throws Throwable {
        Thread.ofPlatform().daemon().name("sandbox").start(Sandbox::endWithParent);
        try {
            AWSLambda.main(args);
        } finally {
            Runtime.getRuntime().halt(1);
        }
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // nobody writes
            }
        } catch (IOException e) {
            // the other end is gone
        }
        Runtime.getRuntime().halt(1);
    }
}

package guichet.testing;

import java.net.URI;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The AWS that tests tagged {@code aws} run on, as the system property {@code aws} says: {@code embedded} (the
 * default), {@code localstack} (in a container; without Docker the tests are skipped, and say so), or the URL of any
 * other.
 *
 * <p>Tags of tests that an emulator cannot be asked to pass, to leave out with {@code -DexcludedGroups}. Of moto's
 * server (5):
 *
 * <ul>
 *   <li>{@code capacity}: it reports no units of indexes, nor of transactions;
 *   <li>{@code concurrent}: it undoes a refused transaction by putting back a copy of all tables, and with it what
 *       others wrote meanwhile;
 *   <li>{@code presigned}: it checks neither signature nor signed length of a link, and ignores the content type asked
 *       for in one;
 *   <li>{@code versioned}: it copies an object whatever version was asked for;
 *   <li>{@code feedback}: it tells no topic of what became of a mail;
 *   <li>{@code failing}: nobody can tell it to refuse or to throttle the next call.
 * </ul>
 */
public sealed interface AwsChoice {
    record Embedded() implements AwsChoice {}

    /** One endpoint for all services. */
    record Elsewhere(URI endpoint, String key, String secret) implements AwsChoice {}

    static AwsChoice ofThisRun() {
        return switch (System.getProperty("aws", "embedded")) {
            case "embedded", "" -> new Embedded();
            case "localstack" -> LocalStack.started();
            case String url -> new Elsewhere(URI.create(url), "test", "test");
        };
    }

    /** One container for all tests of a process; it ends with the process. */
    final class LocalStack {
        /** The last image that starts without an account. */
        private static final DockerImageName IMAGE = DockerImageName.parse("localstack/localstack:4.14.0");

        private static LocalStackContainer container;

        private LocalStack() {}

        private static synchronized Elsewhere started() {
            if (container == null) {
                Assumptions.assumeTrue(
                        DockerClientFactory.instance().isDockerAvailable(),
                        "-Daws=localstack needs Docker, and there is none here");
                var starting = new LocalStackContainer(IMAGE);
                starting.start();
                container = starting;
            }
            return new Elsewhere(container.getEndpoint(), container.getAccessKey(), container.getSecretKey());
        }
    }
}

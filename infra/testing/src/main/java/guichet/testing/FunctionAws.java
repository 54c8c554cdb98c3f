package guichet.testing;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.local.DeclaredAws;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What the template declares, empty, and with none of its functions running: what the test of one function's code runs
 * on, on the AWS that this run of tests has chosen. On the embedded one each function may do what its role allows, and
 * nothing else; on another, whatever that lets it do.
 */
public interface FunctionAws extends AutoCloseable {
    /** @param mailDomains that mail is sent from, as if there were a deployment for each */
    static FunctionAws declared(Path template, String... mailDomains) throws IOException {
        return switch (AwsChoice.ofThisRun()) {
            case AwsChoice.Embedded _ -> new EmbeddedFunctionAws(DeclaredAws.of(template, List.of(mailDomains)));
            case AwsChoice.Elsewhere elsewhere -> ElsewhereFunctionAws.declare(elsewhere, template, mailDomains);
        };
    }

    /** What the function of that logical id finds in its environment. */
    Map<String, String> environment(String function);

    AwsUser as(String function);

    AwsUser itself();

    /** What the bus was given since this was last asked, oldest first. */
    List<JsonNode> busEvents() throws IOException;

    /**
     * For a test that is about being denied: denials of that action are what it wants, wherever rights are looked at.
     */
    void expectDenied(String action);

    /**
     * The embedded one, which can be told to fail.
     *
     * @throws UnsupportedOperationException on any other: the test's tag says so
     */
    DeclaredAws embedded();

    @Override
    void close();
}

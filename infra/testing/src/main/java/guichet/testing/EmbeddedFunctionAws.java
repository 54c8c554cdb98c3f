package guichet.testing;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.local.DeclaredAws;
import guichet.local.aws.EmbeddedAws;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** On the stand-ins, in this JVM: fresh for each test. */
final class EmbeddedFunctionAws implements FunctionAws {
    private final DeclaredAws declared;
    private int told;

    EmbeddedFunctionAws(DeclaredAws declared) {
        this.declared = declared;
    }

    /** Signs with a key whose id says who it is. */
    private record Signing(Map<String, String> environment, String key) implements AwsUser {
        private Endpoint at(String service) {
            return Endpoint.of(URI.create(environment.get("AWS_ENDPOINT_URL_" + service)), key, EmbeddedAws.SECRET);
        }

        @Override
        public Endpoint dynamodb() {
            return at("DYNAMODB");
        }

        @Override
        public Endpoint s3() {
            return at("S3");
        }

        @Override
        public Endpoint sqs() {
            return at("SQS");
        }

        @Override
        public Endpoint sesv2() {
            return at("SESV2");
        }

        @Override
        public Endpoint eventbridge() {
            return at("EVENTBRIDGE");
        }

        @Override
        public Endpoint ssm() {
            return at("SSM");
        }
    }

    @Override
    public Map<String, String> environment(String function) {
        return declared.environment(function);
    }

    @Override
    public AwsUser as(String function) {
        return new Signing(declared.aws().environment(), function);
    }

    @Override
    public AwsUser itself() {
        return new Signing(declared.aws().environment(), EmbeddedAws.ACCESS_KEY);
    }

    @Override
    public List<JsonNode> busEvents() throws IOException {
        var all = declared.aws().bus().events();
        var since = all.subList(told, all.size());
        told = all.size();
        return since;
    }

    @Override
    public void expectDenied(String action) {
        declared.denials().expect(action);
    }

    @Override
    public DeclaredAws embedded() {
        return declared;
    }

    @Override
    public void close() {
        declared.close();
    }
}

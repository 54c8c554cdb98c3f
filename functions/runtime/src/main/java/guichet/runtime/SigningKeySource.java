package guichet.runtime;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import guichet.core.signing.SigningKeys;
import guichet.store.Aws;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/**
 * The signing keys, SecureStrings under a path of the parameter store, each named by its id and holding base64. They
 * are read when first needed: never before a snapshot is taken. The highest id ({@code k2} after {@code k1}) signs.
 *
 * <p>One call of one service: its SDK module would weigh 6 MB in every zip, so the SDK's own signer makes it, over the
 * HTTP client that all clients share.
 */
public final class SigningKeySource {
    private final Aws aws;
    private final String path;
    private volatile SigningKeys read;

    public SigningKeySource(Aws aws, String path) {
        this.aws = aws;
        this.path = path;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Answer(@JsonProperty("Parameters") List<Parameter> parameters) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Parameter(
            @JsonProperty("Name") String name,
            @JsonProperty("Value") String value) {}

    public SigningKeys get() {
        var keys = read;
        if (keys == null) {
            keys = parse(call());
            read = keys;
        }
        return keys;
    }

    private SigningKeys parse(String answer) {
        var byId = new HashMap<String, byte[]>();
        for (var parameter : MessageJson.read(answer, Answer.class).parameters) {
            byId.put(
                    parameter.name.substring(parameter.name.lastIndexOf('/') + 1),
                    Base64.getDecoder().decode(parameter.value.strip()));
        }
        var current = byId.keySet().stream()
                .max(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .orElseThrow(() -> new IllegalStateException(
                        "there is no signing key under " + path + "; ./guichet deploy makes one"));
        return new SigningKeys(current, byId);
    }

    private String call() {
        var body = MessageJson.write(java.util.Map.of("Path", path, "WithDecryption", true))
                .getBytes(StandardCharsets.UTF_8);
        var request = SdkHttpFullRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(endpoint())
                .putHeader("Content-Type", "application/x-amz-json-1.1")
                .putHeader("X-Amz-Target", "AmazonSSM.GetParametersByPath")
                .build();
        var payload = ContentStreamProvider.fromByteArray(body);
        var signed = AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(aws.credentials().resolveCredentials())
                        .request(request)
                        .payload(payload)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "ssm")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, aws.region().id()));
        try {
            var response = aws.http()
                    .prepareRequest(HttpExecuteRequest.builder()
                            .request(signed.request())
                            .contentStreamProvider(signed.payload().orElse(payload))
                            .build())
                    .call();
            var text = new String(
                    response.responseBody()
                            .orElseThrow(() -> new IOException("an empty answer"))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            if (!response.httpResponse().isSuccessful()) {
                throw new IOException("the parameter store answered "
                        + response.httpResponse().statusCode() + ": " + text);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private URI endpoint() {
        return aws.endpoint()
                .or(() -> Optional.ofNullable(System.getenv("AWS_ENDPOINT_URL_SSM"))
                        .map(URI::create))
                .orElseGet(() -> URI.create("https://ssm." + aws.region().id() + ".amazonaws.com/"));
    }
}

package guichet.testing;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.local.aws.Http;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** Calls to prepare an emulator by, of services whose SDK modules only some of the tests have. */
record JsonCall(AwsChoice.Elsewhere aws) {
    /** @param target such as {@code AmazonSSM.PutParameter} */
    JsonNode rpc(String service, String target, JsonNode request) throws IOException {
        return send(
                request(service, "/", request)
                        .header("X-Amz-Target", target)
                        .header("Content-Type", "application/x-amz-json-1.1"),
                target);
    }

    JsonNode post(String service, String path, JsonNode request) throws IOException {
        return send(request(service, path, request).header("Content-Type", "application/json"), path);
    }

    /** Emulators look at the signature to tell which service is meant, and at nothing else in it. */
    private HttpRequest.Builder request(String service, String path, JsonNode request) throws IOException {
        return HttpRequest.newBuilder(aws.endpoint().resolve(path))
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=" + aws.key() + "/20260101/eu-west-1/" + service
                                + "/aws4_request, SignedHeaders=host, Signature=none")
                .POST(BodyPublishers.ofByteArray(Http.JSON.writeValueAsBytes(request)));
    }

    private static JsonNode send(HttpRequest.Builder request, String what) throws IOException {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(what + " was answered " + answer.statusCode() + ": " + answer.body());
            }
            return Http.JSON.readTree(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}

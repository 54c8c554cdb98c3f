package guichet.local.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import guichet.local.aws.EmbeddedAws;
import guichet.local.aws.Http;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/**
 * Delivers to the on-failure destination that an ARN names: a bucket gets the record with the whole event, a queue
 * without.
 */
public final class Destinations {
    private final EmbeddedAws aws;

    public Destinations(EmbeddedAws aws) {
        this.aws = aws;
    }

    /** @param arn of a bucket or a queue; null for nowhere, where Lambda forgets as well */
    public GivenUp at(String arn) {
        if (arn == null) {
            return (about, payload, name) -> {};
        }
        var resource = arn.substring(arn.lastIndexOf(':') + 1);
        if (arn.startsWith("arn:aws:s3:")) {
            return (about, payload, name) -> store(resource, about, payload, name);
        }
        if (arn.startsWith("arn:aws:sqs:")) {
            var topic = "destination:" + arn;
            aws.topics()
                    .subscribe(
                            topic,
                            URI.create(aws.sqs() + "/" + EmbeddedAws.ACCOUNT + "/" + resource)
                                    .toString(),
                            true);
            return (about, payload, name) -> aws.topics().publish(topic, "", about.toString());
        }
        throw new IllegalArgumentException("the local stack knows no destination " + arn);
    }

    private void store(String bucket, ObjectNode about, byte[] payload, String name) throws IOException {
        about.put("payload", new String(payload, StandardCharsets.UTF_8));
        aws.objects()
                .put(
                        bucket,
                        name,
                        Http.JSON.writeValueAsBytes(about),
                        Map.of("content-type", "application/json"),
                        Instant.now());
    }
}

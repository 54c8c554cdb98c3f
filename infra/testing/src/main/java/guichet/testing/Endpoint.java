package guichet.testing;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** What a client of one service is made with. */
public record Endpoint(URI uri, Region region, AwsCredentialsProvider credentials) {
    static Endpoint of(URI uri, String key, String secret) {
        return new Endpoint(
                uri, Region.EU_WEST_1, StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secret)));
    }
}

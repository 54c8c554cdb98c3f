package guichet.store;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * SDK clients as every function has them: region and credentials from Lambda's environment and nowhere else (no profile
 * file, no metadata service), one small HTTP client, timeouts and retries said aloud. Building one opens no connection
 * and reads no secret, so it may stand in a snapshot.
 *
 * @param endpoint of an AWS that is not AWS's; empty: AWS, or what {@code AWS_ENDPOINT_URL} and its kin say
 */
public record Aws(Region region, AwsCredentialsProvider credentials, Optional<URI> endpoint) {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(8);
    private static final int ATTEMPTS = 4;
    private static final SdkHttpClient HTTP = new JdkHttpClient(CONNECT, ANSWER);

    public static Aws fromEnvironment() {
        var region = Optional.ofNullable(System.getenv("AWS_REGION"))
                .orElseThrow(() -> new IllegalStateException("AWS_REGION is not set"));
        return new Aws(Region.of(region), lambdaCredentials(), Optional.empty());
    }

    /** What stands in for AWS on this machine, and looks at no credentials. */
    public static Aws at(URI endpoint) {
        return new Aws(
                Region.EU_WEST_1,
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")),
                Optional.of(endpoint));
    }

    /**
     * Lambda gives keys as variables, and to what was restored from a snapshot as the address of a service in the
     * sandbox.
     */
    private static AwsCredentialsProvider lambdaCredentials() {
        return AwsCredentialsProviderChain.builder()
                .reuseLastProviderEnabled(true)
                .credentialsProviders(
                        EnvironmentVariableCredentialsProvider.create(),
                        ContainerCredentialsProvider.builder().build())
                .build();
    }

    /** What every client calls over, also for a call that is made without one. */
    public SdkHttpClient http() {
        return HTTP;
    }

    /** Any service's client; the SDK's own environment variables for endpoints hold. */
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
        return client(builder, ATTEMPTS);
    }

    /**
     * A client that tries once: for what does harm when it is done twice, and is tried again by whoever keeps count of
     * it.
     */
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C onceTryingClient(B builder) {
        return client(builder, 1);
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder, int attempts) {
        endpoint.ifPresent(builder::endpointOverride);
        return builder.region(region)
                .credentialsProvider(credentials)
                .httpClient(HTTP)
                .overrideConfiguration(builder.overrideConfiguration()
                        .copy(override -> override.retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                        .maxAttempts(attempts)
                                        .build())
                                .defaultProfileFile(ProfileFile.aggregator().build())))
                .build();
    }

    public DynamoDbClient dynamoDb() {
        return client(DynamoDbClient.builder());
    }

    /** Our objects are small and sent over TLS: a checksum is computed where S3 asks for one, and not else. */
    public S3Client s3() {
        return client(S3Client.builder()
                .forcePathStyle(elsewhere())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED));
    }

    public S3Presigner s3Presigner() {
        var builder = S3Presigner.builder()
                .region(region)
                .credentialsProvider(credentials)
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(elsewhere())
                        .build());
        endpoint.or(() -> elsewhereUrl().map(URI::create)).ifPresent(builder::endpointOverride);
        return builder.build();
    }

    /** Stand-ins know no host name per bucket. */
    private boolean elsewhere() {
        return endpoint.isPresent() || elsewhereUrl().isPresent();
    }

    private static Optional<String> elsewhereUrl() {
        return Optional.ofNullable(System.getenv("AWS_ENDPOINT_URL_S3"))
                .or(() -> Optional.ofNullable(System.getenv("AWS_ENDPOINT_URL")));
    }
}

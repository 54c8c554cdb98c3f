package guichet.local.aws;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

class ObjectsTest {
    @TempDir
    Path folder;

    ObjectStore store;
    S3Server server;
    S3Client s3;

    @BeforeEach
    void start() throws IOException {
        open();
        s3.createBucket(b -> b.bucket("files"));
    }

    @AfterEach
    void stop() {
        s3.close();
        server.close();
    }

    void open() throws IOException {
        store = new ObjectStore(folder, true);
        server = new S3Server(store, new Door());
        s3 = Clients.of(S3Client.builder(), server.uri());
    }

    @Test
    void what_is_put_is_what_is_got_with_its_type_and_metadata() {
        var bytes = new byte[300_000];
        new Random(1).nextBytes(bytes);
        s3.putObject(
                b -> b.bucket("files")
                        .key("a/é +b%.bin")
                        .contentType("image/png")
                        .metadata(Map.of("seq", "12")),
                RequestBody.fromBytes(bytes));

        var got = s3.getObjectAsBytes(b -> b.bucket("files").key("a/é +b%.bin"));

        assertArrayEquals(bytes, got.asByteArray());
        assertEquals("image/png", got.response().contentType());
        assertEquals("12", got.response().metadata().get("seq"));
        assertEquals(
                300_000,
                s3.headObject(b -> b.bucket("files").key("a/é +b%.bin")).contentLength());
    }

    @Test
    void the_framing_of_an_aws_chunked_body_is_not_stored() throws IOException {
        var framed = "5;chunk-signature=00\r\nhello\r\n7\r\n, world\r\n0\r\nx-amz-checksum-crc32:/9C7Og==\r\n\r\n";
        var chunks = new AwsChunked(new ByteArrayInputStream(framed.getBytes(StandardCharsets.US_ASCII)));

        assertEquals("hello, world", new String(chunks.readAllBytes(), StandardCharsets.US_ASCII));
        assertEquals("/9C7Og==", chunks.trailers().get("x-amz-checksum-crc32"));
    }

    @Test
    void an_aws_chunked_body_that_breaks_off_stores_nothing() throws Exception {
        var request = HttpRequest.newBuilder(server.uri().resolve("/files/cut"))
                .header("x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER")
                .PUT(HttpRequest.BodyPublishers.ofString("5\r\nhel"))
                .build();

        assertEquals(
                500,
                HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .statusCode());
        assertThrows(
                NoSuchKeyException.class,
                () -> s3.headObject(b -> b.bucket("files").key("cut")));
    }

    @Test
    void a_checksum_that_does_not_match_is_refused() {
        var refused = assertThrows(
                S3Exception.class,
                () -> s3.putObject(
                        b -> b.bucket("files").key("x").checksumCRC32("AAAAAA=="), RequestBody.fromString("text")));

        assertEquals("BadDigest", refused.awsErrorDetails().errorCode());
    }

    @Test
    void a_range_gives_its_bytes() {
        put("digits", "0123456789");

        assertEquals(
                "345",
                s3.getObjectAsBytes(b -> b.bucket("files").key("digits").range("bytes=3-5"))
                        .asUtf8String());
        assertEquals(
                "89",
                s3.getObjectAsBytes(b -> b.bucket("files").key("digits").range("bytes=-2"))
                        .asUtf8String());
        assertEquals(
                416,
                assertThrows(
                                S3Exception.class,
                                () -> s3.getObjectAsBytes(
                                        b -> b.bucket("files").key("digits").range("bytes=10-")))
                        .statusCode());
    }

    @Test
    void a_listing_goes_on_page_by_page_in_the_order_of_the_keys() {
        for (var key : new String[] {"in/3", "in/1", "out/9", "in/2", "in/5", "in/4"}) {
            put(key, key);
        }

        var keys = s3
                .listObjectsV2Paginator(b -> b.bucket("files").prefix("in/").maxKeys(2))
                .contents()
                .stream()
                .map(o -> o.key())
                .toList();
        var folders = s3.listObjectsV2(b -> b.bucket("files").delimiter("/")).commonPrefixes().stream()
                .map(p -> p.prefix())
                .toList();

        assertEquals(java.util.List.of("in/1", "in/2", "in/3", "in/4", "in/5"), keys);
        assertEquals(java.util.List.of("in/", "out/"), folders);
    }

    @Test
    void a_copy_keeps_what_it_copies() {
        s3.putObject(
                b -> b.bucket("files").key("inbox/1").contentType("message/rfc822"), RequestBody.fromString("mail"));

        s3.copyObject(b -> b.sourceBucket("files")
                .sourceKey("inbox/1")
                .destinationBucket("files")
                .destinationKey("mail/1"));
        s3.deleteObject(b -> b.bucket("files").key("inbox/1"));

        assertEquals(
                "mail",
                s3.getObjectAsBytes(b -> b.bucket("files").key("mail/1")).asUtf8String());
        assertEquals(
                "message/rfc822",
                s3.headObject(b -> b.bucket("files").key("mail/1")).contentType());
    }

    @Test
    void a_copy_of_what_is_no_longer_there_as_it_was_is_refused() {
        put("from", "one");
        var version = s3.headObject(h -> h.bucket("files").key("from")).eTag();
        put("from", "two");
        var refused = assertThrows(
                S3Exception.class,
                () -> s3.copyObject(c -> c.sourceBucket("files")
                        .sourceKey("from")
                        .copySourceIfMatch(version)
                        .destinationBucket("files")
                        .destinationKey("to")));
        assertEquals(412, refused.statusCode());
        assertThrows(
                NoSuchKeyException.class,
                () -> s3.headObject(h -> h.bucket("files").key("to")));
    }

    @Test
    void many_are_deleted_in_one_call() {
        put("1", "a");
        put("2&<", "b");
        s3.deleteObjects(b ->
                b.bucket("files").delete(d -> d.objects(o -> o.key("1"), o -> o.key("2&<"), o -> o.key("absent"))));

        assertTrue(s3.listObjectsV2(b -> b.bucket("files")).contents().isEmpty());
    }

    @Test
    void a_put_that_wants_the_key_free_fails_when_it_is_taken() {
        put("once", "first");

        assertEquals(
                412,
                assertThrows(
                                S3Exception.class,
                                () -> s3.putObject(
                                        b -> b.bucket("files").key("once").ifNoneMatch("*"),
                                        RequestBody.fromString("second")))
                        .statusCode());
        assertEquals(
                "first", s3.getObjectAsBytes(b -> b.bucket("files").key("once")).asUtf8String());
    }

    @Test
    void a_presigned_link_works_for_what_it_was_signed_for_and_nothing_else() throws Exception {
        put("secret", "text");
        try (var presigner = presigner()) {
            var put = presigner
                    .presignPutObject(p -> p.signatureDuration(Duration.ofMinutes(5))
                            .putObjectRequest(
                                    b -> b.bucket("files").key("new file").contentLength(3L)))
                    .url()
                    .toURI();
            var get = presigner
                    .presignGetObject(p -> p.signatureDuration(Duration.ofMinutes(5))
                            .getObjectRequest(b -> b.bucket("files")
                                    .key("new file")
                                    .responseContentDisposition("attachment; filename=\"a.txt\"")))
                    .url()
                    .toURI();

            assertEquals(403, put(put, "longer").statusCode());
            assertEquals(200, put(put, "abc").statusCode());
            var got = get(get);
            assertEquals("abc", got.body());
            assertEquals(
                    "attachment; filename=\"a.txt\"",
                    got.headers().firstValue("content-disposition").orElseThrow());
            assertEquals(
                    403,
                    get(URI.create(get.toString().replace("/new%20file", "/secret")))
                            .statusCode());
        }
    }

    @Test
    void a_presigned_link_expires() throws Exception {
        put("a", "text");
        try (var presigner = presigner()) {
            var link = presigner
                    .presignGetObject(p -> p.signatureDuration(Duration.ofSeconds(60))
                            .getObjectRequest(b -> b.bucket("files").key("a")))
                    .url()
                    .toString();
            var aged = link.replaceFirst("X-Amz-Date=\\d{8}", "X-Amz-Date=20200101");

            var answer = get(URI.create(aged));

            assertEquals(403, answer.statusCode());
            assertTrue(answer.body().contains("Request has expired"), answer.body());
        }
    }

    @Test
    void objects_are_there_after_a_restart_and_half_an_upload_is_not() throws IOException {
        put("kept", "text");
        Files.writeString(folder.resolve("files").resolve("upload.1-1.tmp"), "half");
        stop();

        open();

        assertEquals(
                "text", s3.getObjectAsBytes(b -> b.bucket("files").key("kept")).asUtf8String());
        assertEquals(1, s3.listObjectsV2(b -> b.bucket("files")).keyCount());
    }

    private S3Presigner presigner() {
        return S3Presigner.builder()
                .endpointOverride(server.uri())
                .region(Region.EU_WEST_1)
                .credentialsProvider(EmbeddedAws.credentials())
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .build();
    }

    private static HttpResponse<String> get(URI uri) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> put(URI uri, String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri)
                                .PUT(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private void put(String key, String text) {
        s3.putObject(b -> b.bucket("files").key(key), RequestBody.fromString(text));
    }
}

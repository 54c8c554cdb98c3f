package guichet.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("aws")
class FileStoreTest {
    private static final byte[] BYTES = "déjà vu".getBytes(StandardCharsets.UTF_8);
    private final HttpClient http = HttpClient.newHttpClient();
    private final FileStore files = fileStore();

    private static FileStore fileStore() {
        var aws = TestAws.get();
        return new FileStore(aws.s3().s3(), aws.s3().s3Presigner(), aws.bucket());
    }

    private HttpResponse<byte[]> send(URI link, HttpRequest.Builder request) throws Exception {
        return http.send(request.uri(link).build(), BodyHandlers.ofByteArray());
    }

    @Test
    void bytes_come_back_as_they_were_put() {
        files.put("texts/cloud/1/a b+é", BYTES);
        assertArrayEquals(BYTES, files.get("texts/cloud/1/a b+é").orElseThrow());
        assertEquals(Optional.empty(), files.get("texts/none"));
    }

    @Test
    @Tag("presigned")
    void a_pictures_link_is_that_picture_in_a_page_and_a_download_by_itself() throws Exception {
        files.put("attachments/cloud/p", BYTES, "text/html");
        var answer = send(
                files.pictureLink("attachments/cloud/p", "logo.png", "image/png", Duration.ofMinutes(5)),
                HttpRequest.newBuilder());
        assertArrayEquals(BYTES, answer.body());
        assertEquals("image/png", answer.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(
                answer.headers().firstValue("Content-Disposition").orElseThrow().startsWith("attachment;"));
    }

    @Test
    @Tag("presigned")
    void a_download_link_saves_a_file_and_opens_nothing() throws Exception {
        files.put("attachments/cloud/x", BYTES, "text/html");
        var answer = send(
                files.downloadLink("attachments/cloud/x", "déjà \"vu\".html", Duration.ofMinutes(2)),
                HttpRequest.newBuilder());
        assertEquals(200, answer.statusCode());
        assertArrayEquals(BYTES, answer.body());
        assertEquals(
                "application/octet-stream",
                answer.headers().firstValue("Content-Type").orElseThrow());
        assertEquals(
                "attachment; filename=\"d_j_ _vu_.html\"; filename*=UTF-8''d%C3%A9j%C3%A0%20_vu_.html",
                answer.headers().firstValue("Content-Disposition").orElseThrow());
    }

    @Test
    @Tag("presigned")
    void a_link_to_one_object_is_none_to_another_and_lives_at_most_five_minutes() throws Exception {
        files.put("attachments/cloud/x", BYTES);
        files.put("attachments/cloud/y", BYTES);
        var link = files.downloadLink("attachments/cloud/x", "x", Duration.ofDays(1));
        assertTrue(link.toString().contains("X-Amz-Expires=300"), link.toString());
        assertTrue(files.downloadLink("attachments/cloud/x", "x", Duration.ZERO)
                .toString()
                .contains("X-Amz-Expires=60"));
        var other = URI.create(link.toString().replace("attachments/cloud/x?", "attachments/cloud/y?"));
        assertEquals(403, send(other, HttpRequest.newBuilder()).statusCode());
    }

    @Test
    @Tag("presigned")
    void an_upload_link_takes_so_many_bytes_and_no_others() throws Exception {
        var link = files.uploadLink("attachments/cloud/u", BYTES.length, "image/png", Duration.ofMinutes(2));
        assertTrue(link.getQuery().toLowerCase().contains("content-length"), "the length is signed: " + link);
        var tooLong = send(
                link,
                HttpRequest.newBuilder()
                        .header("Content-Type", "image/png")
                        .PUT(BodyPublishers.ofByteArray(new byte[100])));
        assertEquals(403, tooLong.statusCode());
        var right = send(
                link,
                HttpRequest.newBuilder().header("Content-Type", "image/png").PUT(BodyPublishers.ofByteArray(BYTES)));
        assertEquals(200, right.statusCode(), () -> new String(right.body(), StandardCharsets.UTF_8));
        assertArrayEquals(BYTES, files.get("attachments/cloud/u").orElseThrow());
    }

    @Test
    void the_beginning_of_an_object_comes_with_its_size_and_another_version_once_it_is_replaced() {
        files.put("uploads/cloud/b", BYTES);
        var beginning = files.beginning("uploads/cloud/b", 2).orElseThrow();
        assertArrayEquals(Arrays.copyOf(BYTES, 2), beginning.bytes());
        assertEquals(BYTES.length, beginning.size());
        var whole = files.beginning("uploads/cloud/b", 1000).orElseThrow();
        assertArrayEquals(BYTES, whole.bytes());
        assertEquals(beginning.version(), whole.version());
        files.put("uploads/cloud/b", new byte[] {1});
        assertNotEquals(
                beginning.version(),
                files.beginning("uploads/cloud/b", 2).orElseThrow().version());
        files.put("uploads/cloud/b", new byte[0]);
        assertEquals(Optional.empty(), files.beginning("uploads/cloud/b", 2));
        assertEquals(Optional.empty(), files.beginning("uploads/none", 2));
    }

    @Test
    @Tag("versioned")
    void a_copy_is_made_of_that_version_alone() {
        files.put("uploads/cloud/c é", BYTES);
        var version = files.beginning("uploads/cloud/c é", 1).orElseThrow().version();
        assertTrue(files.copy("uploads/cloud/c é", version, "attachments/cloud/c"));
        assertArrayEquals(BYTES, files.get("attachments/cloud/c").orElseThrow());
        files.put("uploads/cloud/c é", new byte[] {1});
        assertFalse(files.copy("uploads/cloud/c é", version, "attachments/cloud/d"));
        assertEquals(Optional.empty(), files.get("attachments/cloud/d"));
        files.delete("uploads/cloud/c é");
        files.delete("uploads/cloud/c é");
        assertFalse(files.copy("uploads/cloud/c é", version, "attachments/cloud/d"));
    }

    @Test
    void no_name_breaks_out_of_the_header() {
        assertEquals(
                "attachment; filename=\"a__b__c_.txt\"; filename*=UTF-8''a__b__c_.txt",
                FileStore.disposition("a\r\nb\"/c\u202e.txt"));
        assertEquals("attachment; filename=\"file\"; filename*=UTF-8''file", FileStore.disposition(".."));
        assertEquals(
                "attachment; filename=\"file\"; filename*=UTF-8''file",
                FileStore.disposition("\u0000").replace("_", "file"));
        var longName = FileStore.disposition("x".repeat(10_000) + ".pdf");
        assertTrue(longName.length() < 400 && longName.contains(".pdf\""), longName);
        assertFalse(FileStore.disposition("é%;\\..\\x").matches(".*filename=\"[^\"]*[%;\\\\].*\".*filename\\*.*"));
    }
}

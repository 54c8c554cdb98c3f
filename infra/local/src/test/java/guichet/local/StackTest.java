package guichet.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.local.aws.Clients;
import guichet.local.aws.Http;
import guichet.local.probe.ProbeProject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.sqs.SqsClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StackTest {
    @TempDir
    static Path folder;

    ProbeProject project;
    Stack stack;
    DynamoDbClient dynamo;
    SqsClient sqs;
    final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    void start() throws Exception {
        project = new ProbeProject(folder);
        stack = Stack.start(project.config().withVisibility(Duration.ofSeconds(1)));
        dynamo = Clients.of(DynamoDbClient.builder(), stack.aws().dynamodb());
        sqs = Clients.of(SqsClient.builder(), stack.aws().sqs());
    }

    @AfterAll
    void stop() {
        dynamo.close();
        sqs.close();
        stack.close();
    }

    @Test
    void a_mail_is_stored_and_its_function_told() throws Exception {
        var id = stack.mail(
                bytes("From: alice@acme.example\r\nSubject: down\r\n\r\nhelp\r\n"),
                "alice@acme.example",
                "support@cloud.example");
        stack.settle();

        var body = project.texts(id).getFirst();
        var told = Http.parse(bytes(body));
        assertEquals("Received", told.path("notificationType").asText());
        assertEquals(
                "inbox/" + id,
                told.path("receipt").path("action").path("objectKey").asText());
        assertTrue(new String(stack.aws().objects().read("guichet-inbox", "inbox/" + id), StandardCharsets.UTF_8)
                .endsWith("Subject: down\r\n\r\nhelp\r\n"));
    }

    @Test
    void only_the_message_that_failed_comes_back_and_then_lies_among_the_dead_letters() throws Exception {
        send("one good");
        send("fail bad");
        send("flaky once");
        stack.settle();

        assertEquals(List.of("one good"), project.texts("one good"));
        assertEquals(2, project.texts("flaky once").size());
        assertEquals(2, project.texts("fail bad").size());
        assertEquals(
                List.of("fail bad"),
                sqs
                        .receiveMessage(
                                r -> r.queueUrl(url("guichet-InboundQueueDead")).maxNumberOfMessages(10))
                        .messages()
                        .stream()
                        .map(m -> m.body())
                        .filter(b -> b.equals("fail bad"))
                        .toList());
    }

    @Test
    void a_batch_whose_process_dies_comes_back_whole() throws Exception {
        send("exit now");
        stack.settle();

        assertEquals(2, project.texts("exit now").size());
    }

    @Test
    void what_a_transaction_wrote_reaches_the_function_in_order_and_filtered() throws Exception {
        dynamo.transactWriteItems(t ->
                t.transactItems(put("T#1", "A", "head", "first head"), put("T#1", "E#1", "commit", "first commit")));
        put(dynamo, "T#1", "E#2", "commit", "second commit");
        stack.settle();

        assertTrue(project.texts("first head").isEmpty());
        assertEquals(
                List.of("first commit", "second commit"),
                project.texts("t commit").isEmpty() ? List.of() : commits("first commit", "second commit"));
        var record = project.records().stream()
                .filter(r -> r.path("dynamodb")
                        .path("NewImage")
                        .path("text")
                        .path("S")
                        .asText()
                        .equals("first commit"))
                .findFirst()
                .orElseThrow();
        assertEquals("INSERT", record.path("eventName").asText());
        assertEquals("aws:dynamodb", record.path("eventSource").asText());
        assertTrue(record.path("eventSourceARN").asText().contains("/stream/"));
        assertTrue(record.path("dynamodb").path("SequenceNumber").isTextual());
    }

    @Test
    void a_poisonous_record_is_given_up_alone_and_those_around_it_arrive() throws Exception {
        put(dynamo, "T#p", "E#1", "commit", "before poison");
        put(dynamo, "T#p", "E#2", "commit", "throw poison");
        put(dynamo, "T#p", "E#3", "commit", "after poison");
        stack.settle();

        assertFalse(project.texts("before poison").isEmpty());
        assertFalse(project.texts("after poison").isEmpty());
        var kept = stack.aws().objects().objects("guichet-failures").keySet();
        assertEquals(1, kept.size());
        var given = Http.parse(
                stack.aws().objects().read("guichet-failures", kept.iterator().next()));
        assertEquals(
                "RetryAttemptsExhausted",
                given.path("requestContext").path("condition").asText());
        assertEquals(1, given.path("DDBStreamBatchInfo").path("batchSize").asInt());
        var payload = Http.parse(bytes(given.path("payload").asText()));
        assertEquals(
                "throw poison",
                payload.path("Records")
                        .path(0)
                        .path("dynamodb")
                        .path("NewImage")
                        .path("text")
                        .path("S")
                        .asText());
    }

    @Test
    void a_record_that_fails_alone_holds_back_only_what_comes_after_it() throws Exception {
        put(dynamo, "T#f", "E#1", "commit", "ahead of it");
        put(dynamo, "T#f", "E#2", "commit", "flaky record");
        stack.settle();

        assertEquals(2, project.texts("flaky record").size());
    }

    @Test
    void a_sweep_answers_with_the_tickets_acted_on_once_all_is_worked_off() throws Exception {
        var answer = post("/_local/sweep", "{\"at\":\"2026-03-05T10:00:00+01:00\"}");

        assertEquals("2026-03-05T09:00:00Z", answer.path("at").asText());
        assertEquals(0, answer.path("acted").asInt());
        assertTrue(project.events().stream().anyMatch(e -> e.path("at").asText().equals("2026-03-05T09:00:00Z")));
    }

    @Test
    void a_sweep_counts_each_ticket_that_a_timer_fired_on_while_it_was_worked_off() throws Exception {
        var busy = stack.function("Portal");
        busy.invoke(bytes("{\"rawPath\":\"/hang\"}"));
        var sweep = java.util.concurrent.CompletableFuture.supplyAsync(() -> {
            try {
                return post("/_local/sweep", "{\"at\":\"2026-04-01T00:00:00Z\"}")
                        .path("acted")
                        .asInt();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        project.await(e -> e.path("at").asText().equals("2026-04-01T00:00:00Z"));
        for (var ticket : List.of("T#s1", "T#s1", "T#s2")) {
            var item =
                    new java.util.HashMap<>(item(ticket, "E#" + java.util.UUID.randomUUID(), "commit", "sweep commit"));
            item.put("cause", AttributeValue.fromS("timer 2026-04-01T00:00:00Z"));
            dynamo.putItem(p -> p.tableName("guichet-Table").item(item));
        }
        put(dynamo, "T#s3", "E#1", "commit", "someone's commit");
        busy.processes().forEach(ProcessHandle::destroyForcibly);

        assertEquals(2, sweep.get(60, java.util.concurrent.TimeUnit.SECONDS));
    }

    @Test
    void a_time_that_is_none_is_refused_with_its_value() throws Exception {
        var refused = send(HttpRequest.newBuilder(stack.uri().resolve("/_local/sweep"))
                .POST(HttpRequest.BodyPublishers.ofString("{\"at\":\"tomorrow\"}")));

        assertEquals(400, refused.statusCode());
        assertEquals(
                "at is \"tomorrow\"; it must be an ISO 8601 instant with an offset, of the years 1900 to 2149",
                Http.parse(bytes(refused.body())).path("detail").asText());
    }

    @Test
    void a_request_with_a_token_reaches_the_portal_with_its_claims() throws Exception {
        var token = post("/_local/token", "{\"email\":\"alice@acme.example\"}")
                .path("token")
                .asText();

        var answer = send(HttpRequest.newBuilder(stack.uri().resolve("/api/tickets/cloud-1?x=1&x=2&y=%C3%A9"))
                .header("Authorization", "Bearer " + token)
                .header("Cookie", "c=1; d=2")
                .header("X-Two", "a")
                .header("X-Two", "b"));

        assertEquals(200, answer.statusCode());
        assertEquals(List.of("a=1", "b=2"), answer.headers().allValues("set-cookie"));
        var event = Http.parse(bytes(answer.body()));
        assertEquals("2.0", event.path("version").asText());
        assertEquals("GET /api/{proxy+}", event.path("routeKey").asText());
        assertEquals("/api/tickets/cloud-1", event.path("rawPath").asText());
        assertEquals("x=1&x=2&y=%C3%A9", event.path("rawQueryString").asText());
        assertEquals("1,2", event.path("queryStringParameters").path("x").asText());
        assertEquals(
                "tickets/cloud-1", event.path("pathParameters").path("proxy").asText());
        assertEquals("d=2", event.path("cookies").path(1).asText());
        assertEquals("a,b", event.path("headers").path("x-two").asText());
        var claims = event.path("requestContext").path("authorizer").path("jwt").path("claims");
        assertEquals(
                java.util.UUID.fromString(claims.path("sub").asText()).toString(),
                claims.path("username").asText());
        assertEquals("access", claims.path("token_use").asText());
        assertFalse(claims.toString().contains("@"), "an access token of Cognito names no address: " + claims);
    }

    @Test
    void a_request_that_says_what_time_it_is_reaches_the_portal_at_that_time() throws Exception {
        var answer = send(HttpRequest.newBuilder(stack.uri().resolve("/pages/any"))
                .header("X-Guichet-At", "2026-03-02T10:00:00.250+01:00"));

        var event = Http.parse(bytes(answer.body()));
        assertEquals(
                Instant.parse("2026-03-02T09:00:00.250Z").toEpochMilli(),
                event.path("requestContext").path("timeEpoch").asLong());
        assertEquals(
                "02/Mar/2026:09:00:00 +0000",
                event.path("requestContext").path("time").asText());
        assertTrue(event.path("headers").path("x-guichet-at").isMissingNode(), "AWS has no such thing: " + event);
    }

    @Test
    void a_token_is_good_whatever_time_its_request_says() throws Exception {
        var request = HttpRequest.newBuilder(stack.uri().resolve("/api/me"))
                .header("Authorization", "Bearer " + stack.token("alice@acme.example"));

        assertEquals(
                200,
                send(request.copy().header("X-Guichet-At", "1900-01-01T00:00:00Z"))
                        .statusCode());
        assertEquals(
                200,
                send(request.copy().header("X-Guichet-At", "2149-12-31T23:59:59Z"))
                        .statusCode());
    }

    @Test
    void a_request_whose_time_is_none_is_refused_with_its_value() throws Exception {
        for (var bad : List.of(
                "tomorrow",
                "2026-03-02T10:00:00",
                "+123456-01-01T00:00:00Z",
                "1899-12-31T23:59:59Z",
                "2150-01-01T00:00:00Z")) {
            var refused = send(
                    HttpRequest.newBuilder(stack.uri().resolve("/pages/any")).header("X-Guichet-At", bad));
            assertEquals(400, refused.statusCode(), bad);
            assertTrue(refused.body().contains("X-Guichet-At is \\\"" + bad), refused.body());
        }
    }

    @Test
    void an_address_has_the_same_subject_in_every_token() throws Exception {
        var subjects = new TreeSet<String>();
        for (var email : List.of("alice@acme.example", "Alice@acme.example")) {
            var token = post("/_local/token", "{\"email\":\"" + email + "\"}")
                    .path("token")
                    .asText();
            subjects.add(Http.parse(java.util.Base64.getUrlDecoder().decode(token.split("\\.")[1]))
                    .path("sub")
                    .asText());
        }
        assertEquals(1, subjects.size());
    }

    @Test
    void without_a_good_token_the_api_is_closed_and_the_pages_are_open() throws Exception {
        var token = stack.token("alice@acme.example");
        var parts = token.split("\\.");
        for (var bad : List.of(
                "",
                "Bearer x.y.z",
                "Bearer " + parts[0] + "." + parts[1] + ".AAAA",
                "Bearer " + java.util.Base64.getUrlEncoder().encodeToString(bytes("{\"alg\":\"none\"}")) + "."
                        + parts[1] + ".")) {
            var answer =
                    send(HttpRequest.newBuilder(stack.uri().resolve("/api/me")).header("Authorization", bad));
            assertEquals(401, answer.statusCode(), bad);
            assertEquals("{\"message\":\"Unauthorized\"}", answer.body());
        }
        assertEquals(
                200,
                send(HttpRequest.newBuilder(stack.uri().resolve("/api/openapi")))
                        .statusCode());
        assertEquals(
                200,
                send(HttpRequest.newBuilder(stack.uri().resolve("/pages/any"))).statusCode());
    }

    @Test
    void a_body_beyond_ten_megabytes_is_refused_and_binary_travels_as_base64() throws Exception {
        var large = send(HttpRequest.newBuilder(stack.uri().resolve("/upload"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[10 * 1024 * 1024 + 1])));
        assertEquals(413, large.statusCode());

        var binary = send(HttpRequest.newBuilder(stack.uri().resolve("/upload"))
                .header("Content-Type", "image/png")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[] {1, 2, (byte) 0xff})));
        var event = Http.parse(bytes(binary.body()));
        assertTrue(event.path("isBase64Encoded").asBoolean());
        assertEquals("AQL/", event.path("body").asText());
    }

    @Test
    void a_portal_that_throws_dies_or_hangs_is_a_server_error_and_works_again() throws Exception {
        for (var path : List.of("/throw", "/exit", "/hang")) {
            assertEquals(
                    500, send(HttpRequest.newBuilder(stack.uri().resolve(path))).statusCode(), path);
        }
        assertEquals(
                200, send(HttpRequest.newBuilder(stack.uri().resolve("/ok"))).statusCode());
    }

    @Test
    void functions_have_their_environment_from_the_template() {
        var environment = stack.function("InboundMail").spec().environment();

        assertEquals("guichet/${kept}/support.example.com", environment.get("SHARED"));
        assertEquals(url("guichet-InboundQueue"), environment.get("QUEUE"));
        assertEquals(stack.uri().toString(), environment.get("URL"));
        assertEquals(stack.aws().sesv2().toString(), environment.get("AWS_ENDPOINT_URL_SESV2"));
    }

    @Test
    void what_a_function_asks_is_held_against_its_own_role_whatever_it_makes_of_the_answer() throws Exception {
        stack.denials().expect("dynamodb:GetItem");
        assertEquals(
                200,
                send(HttpRequest.newBuilder(stack.uri().resolve("/read/T1"))).statusCode());
        assertEquals(List.of(), stack.denials().all(), "the portal may");
        send("read T1");
        stack.settle();

        assertEquals(List.of("read T1"), project.texts("read T1"));
        assertEquals(
                "InboundMail may not dynamodb:GetItem on arn:aws:dynamodb:ddblocal:000000000000:table/guichet-Table with"
                        + " {dynamodb:leadingkeys=T1} (GetItem, as InboundMailRole, because no identity-based policy"
                        + " allows the dynamodb:GetItem action)",
                stack.denials().all().getFirst().toString());
    }

    private List<String> commits(String... texts) throws Exception {
        return project.texts("commit").stream().filter(List.of(texts)::contains).toList();
    }

    private void send(String body) {
        sqs.sendMessage(m -> m.queueUrl(url("guichet-InboundQueue")).messageBody(body));
    }

    private String url(String queue) {
        return sqs.getQueueUrl(q -> q.queueName(queue)).queueUrl();
    }

    private static TransactWriteItem put(String pk, String sk, String kind, String text) {
        return TransactWriteItem.builder()
                .put(p -> p.tableName("guichet-Table").item(item(pk, sk, kind, text)))
                .build();
    }

    static void put(DynamoDbClient dynamo, String pk, String sk, String kind, String text) {
        dynamo.putItem(p -> p.tableName("guichet-Table").item(item(pk, sk, kind, text)));
    }

    private static Map<String, AttributeValue> item(String pk, String sk, String kind, String text) {
        return Map.of(
                "pk",
                AttributeValue.fromS(pk),
                "sk",
                AttributeValue.fromS(sk),
                "kind",
                AttributeValue.fromS(kind),
                "text",
                AttributeValue.fromS(text),
                "cause",
                AttributeValue.fromS("request"));
    }

    private JsonNode post(String path, String body) throws Exception {
        var answer =
                send(HttpRequest.newBuilder(stack.uri().resolve(path)).POST(HttpRequest.BodyPublishers.ofString(body)));
        assertEquals(200, answer.statusCode(), answer.body());
        return Http.parse(bytes(answer.body()));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package guichet.local.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.local.aws.EmbeddedAws;
import guichet.local.template.EventSource;
import guichet.local.template.FunctionDefinition;
import guichet.local.template.Provisioner;
import guichet.local.template.Template;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A function's calls, through the SDK, on the stand-ins. */
class RightsTest {
    private static final String TABLE = "arn:aws:dynamodb:ddblocal:000000000000:table/guichet-Table";
    private static final String SAID =
            "User: arn:aws:sts::000000000000:assumed-role/WorkerRole/Worker is not authorized"
                    + " to perform: %s on resource: %s because no identity-based policy allows the %s action";

    @TempDir
    Path folder;

    private EmbeddedAws aws;
    private Template template;
    private final Denials denials = new Denials();

    @BeforeEach
    void start() throws IOException {
        aws = EmbeddedAws.start(null);
        template = RolesTemplate.read(folder);
        try (var provisioner = Provisioner.on(template, aws.dynamodb(), aws.s3(), aws.sqs(), null)) {
            provisioner.createAll();
        }
        aws.ses().configurationSet("guichet");
        aws.guard(rights(template));
        denials.expect(""); // being denied is what all of this is about
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    private Rights rights(Template of) {
        return new Rights(of, List.of("cloud.example", "daj.example"), FunctionDefinition.all(of), denials);
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C as(
            String key, B builder, String service) {
        return builder.endpointOverride(URI.create(aws.environment().get("AWS_ENDPOINT_URL_" + service)))
                .region(Region.EU_WEST_1)
                .credentialsProvider(credentials(key))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private static StaticCredentialsProvider credentials(String key) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(key, EmbeddedAws.SECRET));
    }

    private DynamoDbClient table(String key) {
        return as(key, DynamoDbClient.builder(), "DYNAMODB");
    }

    private S3Client files(String key) {
        return as(key, S3Client.builder().forcePathStyle(true), "S3");
    }

    private static Map<String, AttributeValue> key(String partition) {
        return Map.of("pk", AttributeValue.fromS(partition), "sk", AttributeValue.fromS("A"));
    }

    /** @return what AWS says, of a call that must be denied */
    private static String denied(int status, String code, Executable call) {
        var refused = assertThrows(AwsServiceException.class, call);
        assertEquals(status, refused.statusCode());
        assertEquals(code, refused.awsErrorDetails().errorCode());
        return refused.awsErrorDetails().errorMessage();
    }

    private static String said(String action, String resource) {
        return SAID.formatted(action, resource, action);
    }

    @Test
    void an_item_of_a_partition_that_the_role_may_read_is_read_and_no_other() {
        try (var db = table("Worker")) {
            db.putItem(put -> put.tableName("guichet-Table").item(key("H#1")));
            assertTrue(db.getItem(get -> get.tableName("guichet-Table").key(key("H#1")))
                    .hasItem());
            assertEquals(
                    said("dynamodb:GetItem", TABLE),
                    denied(
                            400,
                            "AccessDeniedException",
                            () -> db.getItem(
                                    get -> get.tableName("guichet-Table").key(key("T#1")))));
            assertEquals(
                    said("dynamodb:DeleteItem", TABLE),
                    denied(
                            400,
                            "AccessDeniedException",
                            () -> db.deleteItem(
                                    delete -> delete.tableName("guichet-Table").key(key("H#1")))));
            assertFalse(db.query(query -> query.tableName("guichet-Table")
                            .indexName("byDue")
                            .keyConditionExpression("dueShard = :s")
                            .expressionAttributeValues(Map.of(":s", AttributeValue.fromS("1"))))
                    .hasLastEvaluatedKey());
            denied(
                    400,
                    "AccessDeniedException",
                    () -> db.query(query -> query.tableName("guichet-Table")
                            .keyConditionExpression("pk = :s")
                            .expressionAttributeValues(Map.of(":s", AttributeValue.fromS("H#1")))));
        }
    }

    @Test
    void one_item_of_a_transaction_or_of_a_batch_denies_all_of_it() {
        try (var db = table("Worker")) {
            denied(
                    400,
                    "AccessDeniedException",
                    () -> db.transactWriteItems(write -> write.transactItems(put("H#1"), put("T#1"))));
            assertFalse(db.getItem(get -> get.tableName("guichet-Table").key(key("H#1")))
                    .hasItem());
            db.transactWriteItems(write -> write.transactItems(put("H#1"), put("H#2")));
            var both = Map.of(
                    "guichet-Table",
                    KeysAndAttributes.builder().keys(key("H#1"), key("T#1")).build());
            denied(400, "AccessDeniedException", () -> db.batchGetItem(get -> get.requestItems(both)));
            var one = Map.of(
                    "guichet-Table",
                    KeysAndAttributes.builder().keys(key("H#1")).build());
            assertEquals(
                    1,
                    db.batchGetItem(get -> get.requestItems(one))
                            .responses()
                            .get("guichet-Table")
                            .size());
        }
    }

    private static TransactWriteItem put(String partition) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName("guichet-Table").item(key(partition)))
                .build();
    }

    @Test
    void objects_under_a_prefix_are_the_functions_and_no_others() {
        try (var s3 = files("Worker")) {
            s3.putObject(put -> put.bucket("guichet-files").key("texts/1"), RequestBody.fromString("a text"));
            assertEquals(
                    "a text",
                    s3.getObjectAsBytes(get -> get.bucket("guichet-files").key("texts/1"))
                            .asUtf8String());
            assertEquals(
                    said("s3:PutObject", "arn:aws:s3:::guichet-files/mail/1"),
                    denied(
                            403,
                            "AccessDenied",
                            () -> s3.putObject(
                                    put -> put.bucket("guichet-files").key("mail/1"),
                                    RequestBody.fromString("a mail"))));
            denied(
                    403,
                    "AccessDenied",
                    () -> s3.getObject(get -> get.bucket("guichet-files").key("texts/secret")));
            denied(403, "AccessDenied", () -> s3.listObjectsV2(list -> list.bucket("guichet-files")));
        }
    }

    @Test
    void of_several_objects_those_that_may_not_be_deleted_are_left_and_named() {
        try (var s3 = files("Worker");
                var owner = files(EmbeddedAws.ACCESS_KEY)) {
            owner.putObject(put -> put.bucket("guichet-files").key("mail/1"), RequestBody.fromString("a mail"));
            s3.putObject(put -> put.bucket("guichet-files").key("texts/1"), RequestBody.fromString("a text"));
            var errors = s3.deleteObjects(delete -> delete.bucket("guichet-files")
                            .delete(some -> some.objects(object("texts/1"), object("mail/1"))))
                    .errors();
            assertEquals(
                    List.of("mail/1"), errors.stream().map(error -> error.key()).toList());
            assertEquals("AccessDenied", errors.getFirst().code());
            assertEquals(
                    List.of("mail/1"),
                    owner.listObjectsV2(list -> list.bucket("guichet-files")).contents().stream()
                            .map(object -> object.key())
                            .toList());
        }
    }

    private static ObjectIdentifier object(String key) {
        return ObjectIdentifier.builder().key(key).build();
    }

    @Test
    void a_missing_object_is_forbidden_to_whoever_may_not_list_and_missing_to_whoever_may() {
        try (var s3 = files("Worker")) {
            assertEquals(
                    said("s3:ListBucket", "arn:aws:s3:::guichet-files"),
                    denied(
                            403,
                            "AccessDenied",
                            () -> s3.getObject(
                                    get -> get.bucket("guichet-files").key("texts/none"))));
            assertEquals(
                    403,
                    assertThrows(
                                    AwsServiceException.class,
                                    () -> s3.headObject(
                                            head -> head.bucket("guichet-files").key("texts/none")))
                            .statusCode());
            assertThrows(
                    NoSuchKeyException.class,
                    () -> s3.getObject(get -> get.bucket("guichet-inbox").key("inbox/none")));
        }
        assertEquals(
                List.of("s3:ListBucket", "s3:ListBucket"),
                denials.all().stream().map(Denial::action).toList());
    }

    @Test
    void a_presigned_link_does_what_its_signer_may() throws Exception {
        try (var s3 = files("Worker");
                var presigner = S3Presigner.builder()
                        .endpointOverride(aws.s3())
                        .region(Region.EU_WEST_1)
                        .credentialsProvider(credentials("Worker"))
                        .serviceConfiguration(S3Configuration.builder()
                                .pathStyleAccessEnabled(true)
                                .build())
                        .build();
                var http = HttpClient.newHttpClient()) {
            s3.putObject(put -> put.bucket("guichet-files").key("texts/1"), RequestBody.fromString("a text"));
            assertEquals(200, follow(http, presigner, "texts/1"));
            assertEquals(403, follow(http, presigner, "mail/1"));
            var unsigned = HttpRequest.newBuilder(aws.s3().resolve("/guichet-files/texts/1"));
            assertEquals(
                    403, http.send(unsigned.build(), BodyHandlers.discarding()).statusCode());
        }
    }

    private static int follow(HttpClient http, S3Presigner presigner, String key) throws Exception {
        var link = presigner.presignGetObject(presign -> presign.signatureDuration(Duration.ofMinutes(1))
                .getObjectRequest(get -> get.bucket("guichet-files").key(key)));
        return http.send(HttpRequest.newBuilder(link.url().toURI()).build(), BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void mail_leaves_from_the_domain_of_any_deployment_that_is_played_and_from_no_other() {
        try (var ses = as("Worker", SesV2Client.builder(), "SESV2")) {
            send(ses, "Support <support@cloud.example>");
            send(ses, "support@daj.example");
            assertEquals(
                    "User `arn:aws:sts::000000000000:assumed-role/WorkerRole/Worker' is not authorized to perform"
                            + " `ses:SendRawEmail' on resource `arn:aws:ses:eu-west-1:000000000000:identity/evil.example'",
                    denied(403, "AccessDeniedException", () -> send(ses, "support@evil.example")));
        }
        assertEquals(2, aws.outbox().all().size());
    }

    private static void send(SesV2Client ses, String from) {
        ses.sendEmail(mail -> mail.fromEmailAddress(from)
                .destination(to -> to.toAddresses("alice@acme.example"))
                .configurationSetName("guichet")
                .content(content -> content.raw(
                        raw -> raw.data(SdkBytes.fromUtf8String("From: " + from + "\r\nSubject: a\r\n\r\nb\r\n")))));
    }

    @Test
    void a_mail_that_is_not_raw_needs_the_other_right() {
        try (var ses = as("Worker", SesV2Client.builder(), "SESV2")) {
            denied(
                    403,
                    "AccessDeniedException",
                    () -> ses.sendEmail(mail -> mail.fromEmailAddress("support@cloud.example")
                            .destination(to -> to.toAddresses("alice@acme.example"))
                            .content(content -> content.simple(simple -> simple.subject(subject -> subject.data("a"))
                                    .body(body -> body.text(text -> text.data("b")))))));
        }
        assertEquals("ses:SendEmail", denials.all().getFirst().action());
    }

    @Test
    void messages_go_into_the_functions_queue_one_by_one_or_in_batches_and_into_no_other() {
        try (var sqs = as("Worker", SqsClient.builder(), "SQS")) {
            var own = template.name("Queue", "Ref");
            sqs.sendMessage(send -> send.queueUrl(own).messageBody("a"));
            sqs.sendMessageBatch(
                    send -> send.queueUrl(own).entries(entry -> entry.id("1").messageBody("b")));
            assertEquals(
                    2,
                    sqs.receiveMessage(receive -> receive.queueUrl(own).maxNumberOfMessages(10))
                            .messages()
                            .size());
            var other = template.name("Failures", "Ref");
            assertEquals(
                    said("sqs:SendMessage", "arn:aws:sqs:eu-west-1:000000000000:guichet-Failures"),
                    denied(
                            403,
                            "AccessDenied",
                            () -> sqs.sendMessageBatch(send -> send.queueUrl(other)
                                    .entries(entry -> entry.id("1").messageBody("b")))));
        }
    }

    @Test
    void events_go_to_the_functions_bus_and_to_no_other() throws IOException {
        try (var events = as("Worker", EventBridgeClient.builder(), "EVENTBRIDGE")) {
            events.putEvents(put -> put.entries(entry -> entry.eventBusName("guichet")
                    .source("test")
                    .detailType("test")
                    .detail("{}")));
            assertEquals(
                    said("events:PutEvents", "arn:aws:events:eu-west-1:000000000000:event-bus/default"),
                    denied(
                            400,
                            "AccessDeniedException",
                            () -> events.putEvents(put -> put.entries(entry ->
                                    entry.source("test").detailType("test").detail("{}")))));
        }
        assertEquals(1, aws.bus().events().size());
    }

    @Test
    void parameters_under_the_functions_path_are_read_and_no_others() throws Exception {
        assertEquals(200, parameters("Worker", "/keys"));
        assertEquals(400, parameters("Worker", "/other"));
        assertEquals(
                "Worker may not ssm:GetParametersByPath on arn:aws:ssm:eu-west-1:000000000000:parameter/other"
                        + " (GetParametersByPath, as WorkerRole,"
                        + " because no identity-based policy allows the ssm:GetParametersByPath action)",
                denials.all().getFirst().toString());
    }

    private int parameters(String key, String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(aws.ssm())
                    .header("X-Amz-Target", "AmazonSSM.GetParametersByPath")
                    .header(
                            "Authorization",
                            "AWS4-HMAC-SHA256 Credential=" + key + "/20260101/eu-west-1/ssm/aws4_request")
                    .POST(BodyPublishers.ofString("{\"Path\":\"" + path + "\"}"));
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    void who_is_neither_a_function_nor_the_owner_may_do_nothing() {
        try (var db = table("Stranger");
                var owner = table(EmbeddedAws.ACCESS_KEY)) {
            denied(
                    400,
                    "AccessDeniedException",
                    () -> db.getItem(get -> get.tableName("guichet-Table").key(key("H#1"))));
            owner.putItem(put -> put.tableName("guichet-Table").item(key("T#1")));
        }
        assertEquals(
                List.of("Stranger"), denials.all().stream().map(Denial::who).toList());
    }

    @Test
    void a_call_whose_rights_are_not_known_is_denied() {
        try (var db = table("Worker")) {
            denied(
                    400,
                    "AccessDeniedException",
                    () -> db.describeTimeToLive(describe -> describe.tableName("guichet-Table")));
        }
        assertEquals(
                "because the local stack does not know the rights to DynamoDB's DescribeTimeToLive",
                denials.all().getFirst().because());
    }

    @Test
    void what_a_template_grants_is_enough_to_deploy_it() {
        assertEquals(List.of(), rights(template).atDeployment());
    }

    @Test
    void a_source_that_the_role_may_not_read_is_not_made() throws IOException {
        assertEquals(
                List.of("sqs:ReceiveMessage", "sqs:DeleteMessage"),
                refused("Action: \"sqs:*\"", "Action: [sqs:SendMessage, sqs:GetQueueAttributes]"));
    }

    @Test
    void logs_that_the_role_may_not_write_are_missed_before_they_are() throws IOException {
        assertEquals(List.of("logs:PutLogEvents"), refused("Action: logs:*", "Action: logs:CreateLogStream"));
    }

    @Test
    void a_destination_that_the_role_may_not_tell_is_not_made() throws IOException {
        var told = """
                Role: !GetAtt WorkerRole.Arn
                      EventInvokeConfig:
                        DestinationConfig: { OnFailure: { Type: SQS, Destination: !GetAtt Failures.Arn } }
                """.stripTrailing();
        assertEquals(List.of("sqs:SendMessage"), refused("Role: !GetAtt WorkerRole.Arn", told));
    }

    @Test
    void a_role_that_does_not_trust_its_service_is_no_role_for_it() throws IOException {
        assertEquals(List.of("sts:AssumeRole"), refused("Service: lambda.amazonaws.com", "Service: ec2.amazonaws.com"));
        assertEquals(
                List.of("sts:AssumeRole"),
                refused("Service: scheduler.amazonaws.com", "Service: events.amazonaws.com"));
    }

    private List<String> refused(String replaced, String by) throws IOException {
        return rights(RolesTemplate.named(RolesTemplate.read(folder, replaced, by))).atDeployment().stream()
                .map(Denial::action)
                .toList();
    }

    @Test
    void the_scheduler_starts_what_its_role_lets_it_start() {
        var schedule = FunctionDefinition.all(template).getFirst().sources().stream()
                .filter(EventSource.Schedule.class::isInstance)
                .map(EventSource.Schedule.class::cast)
                .findFirst()
                .orElseThrow();
        var arn = template.name("Worker", "Alias");
        assertTrue(rights(template).deniesInvocation(schedule, arn).isEmpty());
        assertTrue(rights(template)
                .deniesInvocation(schedule, arn.replace(":live", ""))
                .orElseThrow()
                .contains("lambda:InvokeFunction"));
    }
}

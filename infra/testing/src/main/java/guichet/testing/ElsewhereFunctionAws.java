package guichet.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import guichet.local.DeclaredAws;
import guichet.local.aws.Http;
import guichet.local.template.FunctionDefinition;
import guichet.local.template.Provisioner;
import guichet.local.template.Template;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** On an emulator that remembers earlier tests and runs: each test has a stack of another name. */
final class ElsewhereFunctionAws implements FunctionAws, AwsUser {
    private static final String RUN =
            Long.toString(ProcessHandle.current().pid(), 36) + Long.toString(System.nanoTime(), 36);
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final AwsChoice.Elsewhere aws;
    private final Template template;
    private final SqsClient sqs;
    private final String busQueue;

    private ElsewhereFunctionAws(AwsChoice.Elsewhere aws, Template template) {
        this.aws = aws;
        this.template = template;
        this.sqs = SqsClient.builder()
                .endpointOverride(aws.endpoint())
                .region(sqs().region())
                .credentialsProvider(sqs().credentials())
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        this.busQueue = sqs.createQueue(queue -> queue.queueName(template.stackName() + "-bus"))
                .queueUrl();
    }

    static FunctionAws declare(AwsChoice.Elsewhere aws, Path file, String... mailDomains) throws IOException {
        var name = "guichet-" + RUN + "-" + NEXT.incrementAndGet();
        var template = Template.read(file, name, Map.of("MailDomain", mailDomains[0]));
        try (var provisioner = Provisioner.on(template, aws.endpoint())) {
            provisioner.createAll();
        }
        var declared = new ElsewhereFunctionAws(aws, template);
        var call = new JsonCall(aws);
        call.rpc("ssm", "AmazonSSM.PutParameter", key(name));
        for (var domain : mailDomains) {
            call.post("ses", "/v2/email/identities", json().put("EmailIdentity", domain));
        }
        call.post("ses", "/v2/email/configuration-sets", json().put("ConfigurationSetName", name));
        declared.tapBus(call, name);
        return declared;
    }

    private static ObjectNode json() {
        return Http.JSON.createObjectNode();
    }

    private static ObjectNode key(String stack) {
        var key =
                Base64.getEncoder().encodeToString("thirty-two bytes of a test's key".getBytes(StandardCharsets.UTF_8));
        return json().put("Name", "/" + stack + "/keys/k1")
                .put("Type", "SecureString")
                .put("Value", key);
    }

    /** A bus does not show what it was given: a rule puts all of it into a queue. */
    private void tapBus(JsonCall call, String bus) throws IOException {
        var arn = sqs.getQueueAttributes(get -> get.queueUrl(busQueue).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        call.rpc("events", "AWSEvents.CreateEventBus", json().put("Name", bus));
        call.rpc(
                "events",
                "AWSEvents.PutRule",
                json().put("Name", "all")
                        .put("EventBusName", bus)
                        .put("EventPattern", "{\"source\":[{\"prefix\":\"\"}]}"));
        var targets = json().put("Rule", "all").put("EventBusName", bus);
        targets.putArray("Targets").addObject().put("Id", "queue").put("Arn", arn);
        call.rpc("events", "AWSEvents.PutTargets", targets);
    }

    @Override
    public Map<String, String> environment(String function) {
        return FunctionDefinition.all(template).stream()
                .filter(known -> known.id().equals(function))
                .findFirst()
                .orElseThrow()
                .environment();
    }

    @Override
    public AwsUser as(String function) {
        return this;
    }

    @Override
    public AwsUser itself() {
        return this;
    }

    @Override
    public List<JsonNode> busEvents() {
        var events = new ArrayList<JsonNode>();
        for (var some = received(); !some.isEmpty(); some = received()) {
            for (var message : some) {
                events.add(Http.parse(message.body().getBytes(StandardCharsets.UTF_8)));
                sqs.deleteMessage(delete -> delete.queueUrl(busQueue).receiptHandle(message.receiptHandle()));
            }
        }
        return events;
    }

    private List<Message> received() {
        return sqs.receiveMessage(receive -> receive.queueUrl(busQueue).maxNumberOfMessages(10))
                .messages();
    }

    @Override
    public void expectDenied(String action) {
        // whoever holds a key may do everything
    }

    @Override
    public DeclaredAws embedded() {
        throw new UnsupportedOperationException(
                aws.endpoint() + " cannot be asked for this: leave the test out by its tag");
    }

    private Endpoint endpoint() {
        return Endpoint.of(aws.endpoint(), aws.key(), aws.secret());
    }

    @Override
    public Endpoint dynamodb() {
        return endpoint();
    }

    @Override
    public Endpoint s3() {
        return endpoint();
    }

    @Override
    public Endpoint sqs() {
        return endpoint();
    }

    @Override
    public Endpoint sesv2() {
        return endpoint();
    }

    @Override
    public Endpoint eventbridge() {
        return endpoint();
    }

    @Override
    public Endpoint ssm() {
        return endpoint();
    }

    @Override
    public void close() {
        sqs.close();
    }
}

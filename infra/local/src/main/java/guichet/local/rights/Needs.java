package guichet.local.rights;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.local.aws.ApiCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which rights a call needs, by AWS's service authorization reference. */
final class Needs {
    private static final Set<String> ON_A_QUEUE =
            Set.of("SendMessage", "ReceiveMessage", "DeleteMessage", "ChangeMessageVisibility", "GetQueueAttributes");

    private final DynamoDbNeeds tables;

    Needs(KeySchemas schemas) {
        this.tables = new DynamoDbNeeds(schemas);
    }

    /** @throws UnknownCall where the answer is not known */
    List<Need> of(ApiCall call) {
        var request = call.request();
        return switch (call.service()) {
            case "dynamodb" -> tables.of(call.operation(), request);
            case "s3" -> S3Needs.of(call.operation(), request);
            case "sqs" -> queue(call.operation(), request);
            case "ses" -> mail(request);
            case "events" -> events(call.operation(), request);
            case "ssm" -> parameters(call.operation(), request);
            case String other -> throw new UnknownCall(other);
        };
    }

    /** A batch needs the right to each of its messages, and no other. */
    private static List<Need> queue(String operation, JsonNode request) {
        var url = request.path("QueueUrl").asText();
        var action = operation.replaceFirst("Batch$", "");
        if (operation.equals("GetQueueUrl")) {
            return List.of(Need.of(
                    "sqs:GetQueueUrl", Arns.queue(request.path("QueueName").asText())));
        } else if (!ON_A_QUEUE.contains(action)) {
            throw new UnknownCall("SQS's " + operation);
        }
        return List.of(Need.of("sqs:" + action, Arns.queue(url.substring(url.lastIndexOf('/') + 1))));
    }

    /** Of a raw mail the version 2 of the API still asks for the right that version 1 calls after it. */
    private static List<Need> mail(JsonNode request) {
        var from = request.path("FromEmailAddress").asText();
        var action = request.path("Content").path("Raw").asBoolean() ? "ses:SendRawEmail" : "ses:SendEmail";
        var needs = new ArrayList<Need>();
        needs.add(Need.of(action, Arns.identity(from.substring(from.indexOf('@') + 1))));
        if (request.has("ConfigurationSetName")) {
            needs.add(Need.of(
                    action,
                    Arns.configurationSet(request.path("ConfigurationSetName").asText())));
        }
        return needs.stream().map(need -> need.with("ses:fromaddress", from)).toList();
    }

    private static List<Need> events(String operation, JsonNode request) {
        if (!operation.equals("PutEvents")) {
            throw new UnknownCall("EventBridge's " + operation);
        }
        return request.path("Entries")
                .valueStream()
                .map(entry -> entry.path("EventBusName").asText("default"))
                .map(bus -> bus.startsWith("arn:") ? bus : Arns.bus(bus))
                .map(bus -> Need.of("events:PutEvents", bus))
                .distinct()
                .toList();
    }

    private static List<Need> parameters(String operation, JsonNode request) {
        var names = switch (operation) {
            case "GetParametersByPath" -> List.of(request.path("Path").asText());
            case "GetParameter", "PutParameter" -> List.of(request.path("Name").asText());
            case "GetParameters" ->
                request.path("Names").valueStream().map(JsonNode::asText).toList();
            default -> throw new UnknownCall("the parameter store's " + operation);
        };
        return names.stream()
                .map(name -> Need.of("ssm:" + operation, Arns.parameter(name)))
                .toList();
    }
}

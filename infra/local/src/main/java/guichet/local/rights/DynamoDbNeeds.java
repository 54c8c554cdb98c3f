package guichet.local.rights;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which rights DynamoDB's operations need: a transaction those to each of its items, a batch its own right to each of
 * them. {@code dynamodb:LeadingKeys} is the partition that an item is of.
 */
final class DynamoDbNeeds {
    private static final Pattern EQUALS = Pattern.compile("([#\\w]+)\\s*=\\s*(:\\w+)");
    private static final Map<String, String> OF_A_TRANSACTION = Map.of(
            "Get", "GetItem",
            "Put", "PutItem",
            "Update", "UpdateItem",
            "Delete", "DeleteItem",
            "ConditionCheck", "ConditionCheckItem");

    private final KeySchemas schemas;

    DynamoDbNeeds(KeySchemas schemas) {
        this.schemas = schemas;
    }

    List<Need> of(String operation, JsonNode request) {
        return switch (operation) {
            case "GetItem", "UpdateItem", "DeleteItem" -> List.of(item(operation, request, "Key"));
            case "PutItem" -> List.of(item(operation, request, "Item"));
            case "Query" -> List.of(query(request));
            case "Scan", "DescribeTable" -> List.of(Need.of("dynamodb:" + operation, arn(request)));
            case "TransactWriteItems", "TransactGetItems" ->
                request.path("TransactItems")
                        .valueStream()
                        .flatMap(JsonNode::propertyStream)
                        .map(item -> transacted(item.getKey(), item.getValue()))
                        .toList();
            case "BatchGetItem" ->
                request.path("RequestItems")
                        .propertyStream()
                        .flatMap(table -> table.getValue()
                                .path("Keys")
                                .valueStream()
                                .map(key -> keyed(operation, table.getKey(), key)))
                        .toList();
            case "BatchWriteItem" ->
                request.path("RequestItems")
                        .propertyStream()
                        .flatMap(table -> table.getValue()
                                .valueStream()
                                .flatMap(DynamoDbNeeds::written)
                                .map(key -> keyed(operation, table.getKey(), key)))
                        .toList();
            default -> throw new UnknownCall("DynamoDB's " + operation);
        };
    }

    private Need transacted(String kind, JsonNode item) {
        var action = OF_A_TRANSACTION.get(kind);
        if (action == null) {
            throw new UnknownCall("DynamoDB's " + kind + " in a transaction");
        }
        return item(action, item, kind.equals("Put") ? "Item" : "Key");
    }

    private static Stream<JsonNode> written(JsonNode request) {
        return Stream.of(
                request.has("PutRequest")
                        ? request.path("PutRequest").path("Item")
                        : request.path("DeleteRequest").path("Key"));
    }

    private Need item(String action, JsonNode request, String key) {
        return keyed(action, request.path("TableName").asText(), request.path(key));
    }

    private Need keyed(String action, String tableName, JsonNode key) {
        var table = schemas.table(tableName);
        return Need.of("dynamodb:" + action, table.arn())
                .with(
                        "dynamodb:leadingkeys",
                        value(key.path(table.partitionKey().get(""))));
    }

    private String arn(JsonNode request) {
        var table = schemas.table(request.path("TableName").asText()).arn();
        return request.has("IndexName")
                ? table + "/index/" + request.path("IndexName").asText()
                : table;
    }

    private Need query(JsonNode request) {
        var table = schemas.table(request.path("TableName").asText());
        var partitionKey = table.partitionKey().get(request.path("IndexName").asText(""));
        var names = request.path("ExpressionAttributeNames");
        return EQUALS.matcher(request.path("KeyConditionExpression").asText())
                .results()
                .filter(found ->
                        names.path(found.group(1)).asText(found.group(1)).equals(partitionKey))
                .map(found -> value(request.path("ExpressionAttributeValues").path(found.group(2))))
                .map(key -> Need.of("dynamodb:Query", arn(request)).with("dynamodb:leadingkeys", key))
                .findFirst()
                .orElseThrow(() -> new UnknownCall("the partition of " + request));
    }

    private static String value(JsonNode attribute) {
        return attribute
                .valueStream()
                .findFirst()
                .map(JsonNode::asText)
                .orElseThrow(() -> new UnknownCall("the partition of an item without its key"));
    }
}

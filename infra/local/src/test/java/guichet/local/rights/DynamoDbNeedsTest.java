package guichet.local.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import guichet.local.aws.Http;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DynamoDbNeedsTest {
    private static final String TABLE = "arn:aws:dynamodb:ddblocal:000000000000:table/guichet-Table";

    @TempDir
    Path folder;

    private DynamoDbNeeds needs;

    @BeforeEach
    void read() throws IOException {
        needs = new DynamoDbNeeds(new KeySchemas(RolesTemplate.named(RolesTemplate.read(folder))));
    }

    private List<Need> of(String operation, String request) {
        var json = request.replace("{T}", "\"TableName\":\"guichet-Table\"").replace('\'', '"');
        return needs.of(operation, Http.parse(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static Need on(String action, String partition) {
        return Need.of("dynamodb:" + action, TABLE).with("dynamodb:leadingkeys", partition);
    }

    @Test
    void an_item_is_of_the_partition_that_its_key_says() {
        assertEquals(
                List.of(on("GetItem", "H#1")), of("GetItem", "{ {T}, 'Key': { 'sk': {'S':'A'}, 'pk': {'S':'H#1'} } }"));
        assertEquals(
                List.of(on("PutItem", "H#1")),
                of("PutItem", "{ {T}, 'Item': { 'text': {'S':'x'}, 'pk': {'S':'H#1'}, 'sk': {'S':'A'} } }"));
        assertEquals(List.of(on("UpdateItem", "7")), of("UpdateItem", "{ {T}, 'Key': { 'pk': {'N':'7'} } }"));
        assertEquals(List.of(on("DeleteItem", "H#1")), of("DeleteItem", "{ {T}, 'Key': { 'pk': {'S':'H#1'} } }"));
    }

    @Test
    void a_transaction_needs_the_right_to_each_of_its_items() {
        assertEquals(
                List.of(
                        on("PutItem", "a"),
                        on("UpdateItem", "b"),
                        on("DeleteItem", "c"),
                        on("ConditionCheckItem", "d")),
                of("TransactWriteItems", """
                        { 'TransactItems': [
                          { 'Put': { {T}, 'Item': { 'pk': {'S':'a'} } } },
                          { 'Update': { {T}, 'Key': { 'pk': {'S':'b'} } } },
                          { 'Delete': { {T}, 'Key': { 'pk': {'S':'c'} } } },
                          { 'ConditionCheck': { {T}, 'Key': { 'pk': {'S':'d'} } } } ] }"""));
        assertEquals(List.of(on("GetItem", "a"), on("GetItem", "b")), of("TransactGetItems", """
                        { 'TransactItems': [
                          { 'Get': { {T}, 'Key': { 'pk': {'S':'a'} } } },
                          { 'Get': { {T}, 'Key': { 'pk': {'S':'b'} } } } ] }"""));
    }

    @Test
    void a_batch_needs_its_own_right_and_not_that_to_an_item() {
        assertEquals(List.of(on("BatchGetItem", "a"), on("BatchGetItem", "b")), of("BatchGetItem", """
                        { 'RequestItems': { 'guichet-Table': { 'Keys': [
                          { 'pk': {'S':'a'} }, { 'pk': {'S':'b'} } ] } } }"""));
        assertEquals(List.of(on("BatchWriteItem", "a"), on("BatchWriteItem", "b")), of("BatchWriteItem", """
                        { 'RequestItems': { 'guichet-Table': [
                          { 'PutRequest': { 'Item': { 'pk': {'S':'a'} } } },
                          { 'DeleteRequest': { 'Key': { 'pk': {'S':'b'} } } } ] } }"""));
    }

    @Test
    void a_query_is_of_one_partition_of_the_table_or_of_an_index() {
        assertEquals(List.of(on("Query", "H#1")), of("Query", """
                        { {T}, 'KeyConditionExpression': 'sk >= :from AND #p = :p',
                          'ExpressionAttributeNames': { '#p': 'pk' },
                          'ExpressionAttributeValues': { ':from': {'S':'E'}, ':p': {'S':'H#1'} } }"""));
        assertEquals(
                List.of(Need.of("dynamodb:Query", TABLE + "/index/byDue").with("dynamodb:leadingkeys", "due#3")),
                of("Query", """
                        { {T}, 'IndexName': 'byDue', 'KeyConditionExpression': 'dueShard=:s and sk < :to',
                          'ExpressionAttributeValues': { ':s': {'S':'due#3'}, ':to': {'S':'2026'} } }"""));
    }

    @Test
    void a_scan_is_of_no_partition() {
        assertEquals(List.of(Need.of("dynamodb:Scan", TABLE)), of("Scan", "{ {T} }"));
        assertEquals(
                List.of(Need.of("dynamodb:Scan", TABLE + "/index/byDue")), of("Scan", "{ {T}, 'IndexName': 'byDue' }"));
    }

    @Test
    void what_is_not_known_is_not_guessed() {
        assertThrows(UnknownCall.class, () -> of("ExecuteStatement", "{ 'Statement': 'select * from x' }"));
        assertThrows(UnknownCall.class, () -> of("GetItem", "{ 'TableName': 'other', 'Key': { 'pk': {'S':'a'} } }"));
        assertThrows(UnknownCall.class, () -> of("GetItem", "{ {T}, 'Key': { 'sk': {'S':'a'} } }"));
        assertThrows(UnknownCall.class, () -> of("Query", """
                        { {T}, 'KeyConditionExpression': 'sk = :s',
                          'ExpressionAttributeValues': { ':s': {'S':'E'} } }"""));
        assertThrows(
                UnknownCall.class, () -> of("TransactWriteItems", "{ 'TransactItems': [ { 'Shred': { {T} } } ] }"));
    }
}

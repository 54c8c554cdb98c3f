package guichet.core.desk.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** The schemas as an editor applies them: to a YAML file as JSON, by YAML's core schema. */
final class Schemas {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema DESK = schema(DeskSchema.desk());
    private static final JsonSchema PEOPLE = schema(DeskSchema.people());

    private Schemas() {}

    private static JsonSchema schema(Map<String, Object> schema) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(JSON.valueToTree(schema));
    }

    static JsonNode json(String yaml) {
        var settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
        return JSON.valueToTree(new Load(settings).loadFromString(yaml));
    }

    /** What an editor would underline. */
    static List<String> faults(JsonNode file, SectionKeys root) {
        return (root == SectionKeys.DESK ? DESK : PEOPLE)
                .validate(file).stream().map(ValidationMessage::getMessage).toList();
    }
}

package guichet.local.rights;

import guichet.local.template.Template;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** {@code roles.yaml}, as it is or with something else in it. */
final class RolesTemplate {
    private RolesTemplate() {}

    static Template read(Path folder) throws IOException {
        return read(folder, "", "");
    }

    /** @throws AssertionError if it does not hold what is to be replaced */
    static Template read(Path folder, String replaced, String by) throws IOException {
        try (var in = RolesTemplate.class.getResourceAsStream("/rights/roles.yaml")) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (!text.contains(replaced)) {
                throw new AssertionError("roles.yaml does not hold " + replaced);
            }
            var file = Files.writeString(folder.resolve("template.yaml"), text.replace(replaced, by));
            return Template.read(file, "guichet", Map.of());
        }
    }

    /** What it declares has these names from now on, without there being any of it. */
    static Template named(Template template) {
        var table = "arn:aws:dynamodb:ddblocal:000000000000:table/guichet-Table";
        template.exists("Table", Map.of("Ref", "guichet-Table", "Arn", table));
        template.resources("AWS::S3::Bucket").keySet().forEach(id -> {
            var name = "guichet-" + id.toLowerCase(java.util.Locale.ROOT);
            template.exists(id, Map.of("Ref", name, "Arn", Arns.bucket(name)));
        });
        template.resources("AWS::SQS::Queue")
                .keySet()
                .forEach(id -> template.exists(
                        id, Map.of("Ref", "http://queues/0/guichet-" + id, "Arn", Arns.queue("guichet-" + id))));
        template.exists("Bus", Map.of("Ref", "guichet", "Arn", Arns.bus("guichet")));
        template.exists("ConfigurationSet", Map.of("Ref", "guichet"));
        template.exists("Worker", Map.of("Alias", "arn:aws:lambda:eu-west-1:000000000000:function:Worker:live"));
        for (var role : template.resources("AWS::IAM::Role").keySet()) {
            template.exists(role, Map.of("Arn", "arn:aws:iam::000000000000:role/guichet-" + role));
        }
        return template;
    }
}

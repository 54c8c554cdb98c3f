package guichet.local.template;

import java.util.Map;

/**
 * What the resources are called that need no creating here: topics, buses, configuration sets, functions, roles, log
 * groups.
 */
final class ResourceNames {
    private ResourceNames() {}

    static void declare(Template template) {
        template.resources("AWS::Events::EventBus")
                .forEach((id, p) -> template.exists(
                        id,
                        Map.of(
                                "Ref",
                                p.need("Name"),
                                "Name",
                                p.need("Name"),
                                "Arn",
                                "arn:aws:events:eu-west-1:000000000000:event-bus/" + p.need("Name"))));
        template.resources("AWS::SES::ConfigurationSet")
                .forEach((id, p) ->
                        template.exists(id, Map.of("Ref", p.text("Name").orElse(template.stackName() + "-" + id))));
        template.resources("AWS::SNS::Topic").forEach((id, p) -> {
            var name = p.text("TopicName").orElse(template.stackName() + "-" + id);
            var arn = "arn:aws:sns:eu-west-1:000000000000:" + name;
            template.exists(id, Map.of("Ref", arn, "TopicArn", arn, "TopicName", name));
        });
        template.resources("AWS::IAM::Role").forEach((id, p) -> {
            var name = p.text("RoleName").orElse(template.stackName() + "-" + id);
            template.exists(id, Map.of("Ref", name, "Arn", "arn:aws:iam::000000000000:role/" + name));
        });
        template.resources("AWS::Logs::LogGroup").forEach((id, p) -> {
            var name = p.text("LogGroupName").orElse(template.stackName() + "-" + id);
            var arn = "arn:aws:logs:eu-west-1:000000000000:log-group:" + name + ":*";
            template.exists(id, Map.of("Ref", name, "Arn", arn));
        });
        template.resources("AWS::Serverless::Function").forEach((id, p) -> {
            var arn = "arn:aws:lambda:eu-west-1:000000000000:function:" + id;
            template.exists(id, Map.of("Ref", id, "Arn", arn, "Alias", arn + ":live"));
        });
    }
}

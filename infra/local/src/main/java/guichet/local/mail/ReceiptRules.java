package guichet.local.mail;

import guichet.local.aws.EmbeddedAws;
import guichet.local.template.Template;
import guichet.local.template.TemplateException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the template says of mail: where SES puts what comes in, and whom it tells of what became of the mail that goes
 * out.
 */
public final class ReceiptRules {
    /** The receipt rule's action: a bucket, the prefix of the keys in it, and the topic that is told. */
    public record Receipt(String bucket, String prefix, String topicArn) {}

    private ReceiptRules() {}

    /**
     * Connects topics to queues and SES to topics.
     *
     * @throws TemplateException if no receipt rule stores mail in S3
     */
    public static Receipt apply(Template template, EmbeddedAws aws) throws IOException {
        var all = new ArrayList<>(List.of(template));
        all.addAll(template.nested());
        Receipt receipt = null;
        for (var one : all) {
            connect(one, aws);
            for (var rule : one.resources("AWS::SES::ReceiptRule").values()) {
                for (var action : rule.part("Rule").parts("Actions").values()) {
                    var s3 = action.part("S3Action");
                    if (s3.has("BucketName")) {
                        receipt = new Receipt(
                                s3.need("BucketName"),
                                s3.text("ObjectKeyPrefix").orElse(""),
                                s3.need("TopicArn"));
                    }
                }
            }
        }
        if (receipt == null) {
            throw new TemplateException(template.file() + " has no receipt rule that stores mail in a bucket");
        }
        return receipt;
    }

    private static void connect(Template template, EmbeddedAws aws) {
        template.resources("AWS::SNS::Subscription").forEach((id, subscription) -> {
            if (subscription.need("Protocol").equals("sqs")) {
                var arn = subscription.need("Endpoint");
                var queue = aws.sqs() + "/" + EmbeddedAws.ACCOUNT + "/" + arn.substring(arn.lastIndexOf(':') + 1);
                aws.topics().subscribe(subscription.need("TopicArn"), queue, subscription.flag("RawMessageDelivery"));
            }
        });
        template.resources("AWS::SES::ConfigurationSet")
                .forEach((id, set) ->
                        aws.ses().configurationSet(set.text("Name").orElse(template.stackName() + "-" + id)));
        template.resources("AWS::SES::ConfigurationSetEventDestination").forEach((id, properties) -> {
            var destination = properties.part("EventDestination");
            var events = destination.list("MatchingEventTypes").stream()
                    .map(String::valueOf)
                    .collect(Collectors.toSet());
            destination
                    .part("SnsDestination")
                    .text("TopicARN")
                    .ifPresent(topic -> aws.ses().publish(properties.need("ConfigurationSetName"), events, topic));
        });
    }
}

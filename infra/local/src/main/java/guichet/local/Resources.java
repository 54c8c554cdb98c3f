package guichet.local;

import guichet.local.aws.EmbeddedAws;
import guichet.local.template.Provisioner;
import guichet.local.template.Template;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Creates what the template declares on the embedded AWS, and puts back what queues held. */
final class Resources {
    private Resources() {}

    /** The queues that someone reads, by name: URL. */
    static Map<String, String> create(Template template, EmbeddedAws aws, Duration visibility) throws IOException {
        try (var provisioner = Provisioner.on(template, aws.dynamodb(), aws.s3(), aws.sqs(), visibility)) {
            provisioner.createAll();
        }
        var read = new LinkedHashMap<String, String>();
        template.resources("AWS::SQS::Queue").forEach((id, properties) -> {
            var name = template.name(id, "QueueName");
            aws.queues().restore(name);
            if (properties.has("RedrivePolicy")) {
                read.put(name, template.name(id, "Ref"));
            }
        });
        // The deploy command makes it in the cloud: CloudFormation cannot make a SecureString.
        aws.parameters().ensureSecret("/" + template.stackName() + "/keys/k1", Resources::key);
        return read;
    }

    private static String key() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}

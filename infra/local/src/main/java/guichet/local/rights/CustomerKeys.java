package guichet.local.rights;

import guichet.local.template.Properties;
import guichet.local.template.Template;
import guichet.local.template.TemplateException;

/**
 * What is encrypted with a key of the customer's own needs rights to that key, of every function that reads or writes
 * it. No such rights are evaluated here: a template with such a key is refused. AWS's own keys need none.
 */
final class CustomerKeys {
    private CustomerKeys() {}

    /** @throws TemplateException naming what has one */
    static void refuse(Template template) {
        template.resources("AWS::SQS::Queue").forEach((id, queue) -> refuse(id, queue, "KmsMasterKeyId"));
        template.resources("AWS::DynamoDB::Table")
                .forEach((id, table) -> refuse(id, table.part("SSESpecification"), "KMSMasterKeyId"));
        template.resources("AWS::S3::Bucket")
                .forEach((id, bucket) -> bucket.part("BucketEncryption")
                        .parts("ServerSideEncryptionConfiguration")
                        .values()
                        .forEach(rule -> refuse(id, rule.part("ServerSideEncryptionByDefault"), "KMSMasterKeyID")));
    }

    private static void refuse(String id, Properties properties, String name) {
        properties.text(name).filter(key -> !key.startsWith("alias/aws/")).ifPresent(key -> {
            throw new TemplateException(
                    id + " has the key " + key + "; the local stack does not evaluate rights to a key of one's own");
        });
    }
}

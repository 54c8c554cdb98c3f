package guichet.local.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import guichet.local.rights.Policy.Verdict;
import guichet.local.template.TemplateException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyReaderTest {
    private static final String EFFECT =
            "{ Effect: Deny, Action: \"s3:*\", Resource: !Sub \"${Files.Arn}/texts/secret\" }";

    @TempDir
    Path folder;

    private Policy worker() throws IOException {
        return policy("", "", "WorkerRole");
    }

    private Policy policy(String replaced, String by, String role) throws IOException {
        return PolicyReader.read(RolesTemplate.named(RolesTemplate.read(folder, replaced, by)))
                .get("arn:aws:iam::000000000000:role/guichet-" + role);
    }

    private String refusal(String replaced, String by) {
        return assertThrows(TemplateException.class, () -> policy(replaced, by, "WorkerRole"))
                .getMessage();
    }

    private static void assertDenied(String because, Verdict verdict) {
        assertEquals(because, assertInstanceOf(Verdict.Denied.class, verdict).because());
    }

    @Test
    void what_nothing_allows_is_denied() throws IOException {
        var texts = Arns.object("guichet-files", "texts/1");
        assertInstanceOf(Verdict.Allowed.class, worker().on(Need.of("s3:GetObject", texts)));
        assertInstanceOf(Verdict.Allowed.class, worker().on(Need.of("S3:getobject", texts)));
        assertDenied(
                "because no identity-based policy allows the s3:GetObject action",
                worker().on(Need.of("s3:GetObject", Arns.object("guichet-files", "mail/1"))));
        assertDenied(
                "because no identity-based policy allows the s3:GetObjectAcl action",
                worker().on(Need.of("s3:GetObjectAcl", texts)));
    }

    @Test
    void a_deny_wins_wherever_it_stands() throws IOException {
        var secret = Need.of("s3:GetObject", Arns.object("guichet-files", "texts/secret"));
        assertDenied("with an explicit deny in an identity-based policy", worker().on(secret));
        assertInstanceOf(
                Verdict.Allowed.class,
                policy(EFFECT, EFFECT.replace("Deny", "Allow"), "WorkerRole").on(secret));
    }

    @Test
    void a_condition_is_part_of_the_statement() throws IOException {
        var get = Need.of("dynamodb:GetItem", "arn:aws:dynamodb:ddblocal:000000000000:table/guichet-Table");
        assertInstanceOf(Verdict.Allowed.class, worker().on(get.with("dynamodb:leadingkeys", "H#cloud")));
        assertInstanceOf(Verdict.Denied.class, worker().on(get.with("dynamodb:leadingkeys", "T#cloud#1")));
    }

    @Test
    void a_role_knows_who_may_act_in_it() throws IOException {
        assertEquals(Set.of("lambda.amazonaws.com"), worker().trusts());
        assertEquals(
                Set.of("scheduler.amazonaws.com"),
                policy("", "", "SchedulerRole").trusts());
        assertEquals(
                Set.of(),
                policy("aws:SourceAccount: !Ref AWS::AccountId", "aws:SourceAccount: \"111111111111\"", "SchedulerRole")
                        .trusts());
    }

    @Test
    void of_one_parameter_each_deployment_has_its_own_value() throws IOException {
        var template = RolesTemplate.named(RolesTemplate.read(folder));
        var policy = PolicyReader.read(template.with("MailDomain", "cloud.example"))
                .get("arn:aws:iam::000000000000:role/guichet-WorkerRole");
        var cloud = Need.of("ses:SendRawEmail", Arns.identity("cloud.example"))
                .with("ses:fromaddress", "support@cloud.example");
        assertInstanceOf(Verdict.Allowed.class, policy.on(cloud));
        assertInstanceOf(Verdict.Denied.class, worker().on(cloud));
        assertInstanceOf(
                Verdict.Denied.class, policy.on(cloud.with("ses:fromaddress", "support@cloud.example.evil.example")));
    }

    @Test
    void whatever_is_not_evaluated_is_refused() {
        Map.of(
                        EFFECT.replace("Action", "NotAction"),
                                "WorkerRole: the local stack does not know a statement's NotAction",
                        EFFECT.replace("Resource", "NotResource"),
                                "WorkerRole: the local stack does not know a statement's NotResource",
                        EFFECT.replace(" Effect: Deny,", ""), "WorkerRole has the Effect null",
                        EFFECT.replace("Action: \"s3:*\",", ""), "WorkerRole has a statement without Action",
                        EFFECT.replace("${Files.Arn}/texts/secret", "files"),
                                "WorkerRole names the Resource files, which is no ARN",
                        EFFECT.replace("${Files.Arn}/texts/secret", "${Worker.Arn}"),
                                "WorkerRole names guichet-Worker/Arn, and the local stack does not know its ARN",
                        EFFECT.replace("secret", "${!aws:username}"),
                                "WorkerRole: the local stack does not know the variable in"
                                        + " arn:aws:s3:::guichet-files/texts/${aws:username}",
                        EFFECT.replace(" }", ", Condition: { StringEquals: { aws:SourceIp: 127.0.0.1 } } }"),
                                "WorkerRole: the local stack does not know the condition key aws:SourceIp",
                        EFFECT.replace(" }", ", Condition: { IpAddress: { s3:prefix: a } } }"),
                                "the local stack does not know the condition operator IpAddress",
                        EFFECT.replace(" }", ", Principal: \"*\" }"),
                                "WorkerRole names a Principal outside of AssumeRolePolicyDocument")
                .forEach((statement, message) -> assertEquals(message, refusal(EFFECT, statement)));
    }

    @Test
    void a_function_of_the_template_that_is_not_known_is_refused() {
        var file = folder.resolve("template.yaml");
        assertEquals(
                file + " uses Fn::FindInMap, which the local stack does not know",
                refusal("!Sub \"${Files.Arn}/texts/secret\"", "!FindInMap [a, b, c]"));
    }

    @Test
    void rights_that_stand_elsewhere_are_refused() {
        assertEquals(
                "WorkerRole: the local stack does not know ManagedPolicyArns",
                refusal(
                        "  WorkerRole:\n    Type: AWS::IAM::Role\n    Properties:",
                        "  WorkerRole:\n    Type: AWS::IAM::Role\n    Properties:\n      ManagedPolicyArns: [a]"));
        assertEquals(
                "Bus is a AWS::IAM::Policy; the local stack knows only policies in a role",
                refusal("Bus: { Type: AWS::Events::EventBus,", "Bus: { Type: AWS::IAM::Policy,"));
    }

    @Test
    void a_key_of_ones_own_is_refused_and_aws_own_are_not() throws IOException {
        var queue = "Queue: { Type: AWS::SQS::Queue }";
        assertEquals(
                "Queue has the key mine; the local stack does not evaluate rights to a key of one's own",
                refusal(queue, "Queue: { Type: AWS::SQS::Queue, Properties: { KmsMasterKeyId: mine } }"));
        assertEquals(
                "WorkerRole",
                policy(
                                queue,
                                "Queue: { Type: AWS::SQS::Queue, Properties: { KmsMasterKeyId: alias/aws/sqs } }",
                                "WorkerRole")
                        .role());
        assertEquals(
                "Table has the key mine; the local stack does not evaluate rights to a key of one's own",
                refusal(
                        "Type: AWS::DynamoDB::Table\n    Properties:",
                        "Type: AWS::DynamoDB::Table\n    Properties:\n      SSESpecification: { KMSMasterKeyId: mine }"));
        var encryption =
                "{ ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { KMSMasterKeyID: mine } }] }";
        assertEquals(
                "Files has the key mine; the local stack does not evaluate rights to a key of one's own",
                refusal(
                        "Files: { Type: AWS::S3::Bucket }",
                        "Files: { Type: AWS::S3::Bucket, Properties: { BucketEncryption: " + encryption + " } }"));
    }
}

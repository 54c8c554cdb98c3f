package guichet.cli.deploy;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * `sam deploy`, and the steps that CloudFormation cannot do: which receipt rule set is active is read before and set
 * after, never replaced; the first signing key is made. What it did and what is left to do, it says.
 */
public final class Deployment {
    private static final int KEY_BYTES = 32;

    private final Tools tools;
    private final AwsCli aws;
    private final String stack;
    private final Consumer<String> say;

    public Deployment(Tools tools, String stack, String region, Consumer<String> say) {
        this.tools = tools;
        this.aws = new AwsCli(tools, region);
        this.stack = stack;
        this.say = say;
    }

    /** @param parameters of the template, as NAME=VALUE; what was given before stays */
    public void run(List<String> parameters, List<String> more) {
        var account = aws.json("sts", "get-caller-identity").path("Account").asText();
        say.accept("account " + account + ", region " + aws.region() + ", stack " + stack);
        var ours = aws.outputs(stack).getOrDefault("ReceiptRuleSet", "");
        var active = activeRuleSet();
        sam(parameters, more, active, ours);
        var outputs = aws.outputs(stack);
        ensureKey(outputs.get("Keys"));
        activate(outputs.get("ReceiptRuleSet"));
        report(outputs);
    }

    private void sam(List<String> parameters, List<String> more, String active, String ours) {
        var given = new ArrayList<>(parameters);
        if (!active.isEmpty() && !active.equals(ours)) {
            say.accept("receipt rule set " + active
                    + " is active: our rule goes into it, before its others; nothing else of it changes");
            given.add("ReceiptRuleSet=" + active);
        }
        var command = new ArrayList<>(List.of(
                "sam", "deploy", "--template-file", "template.yaml", "--stack-name", stack, "--region", aws.region()));
        if (!given.isEmpty()) {
            command.add("--parameter-overrides");
            command.addAll(given);
        }
        command.addAll(more);
        int exit = tools.run(command);
        if (exit != 0) {
            throw new Failure(
                    exit == Tools.NOT_FOUND
                            ? "the SAM CLI (sam) is not installed"
                            : "sam deploy failed with " + exit + "; nothing else was done");
        }
    }

    /** Empty when none is active. */
    private String activeRuleSet() {
        return aws.json("ses", "describe-active-receipt-rule-set")
                .path("Metadata")
                .path("Name")
                .asText("");
    }

    private void activate(String ours) {
        var active = activeRuleSet();
        if (active.isEmpty()) {
            aws.text("ses", "set-active-receipt-rule-set", "--rule-set-name", ours);
            say.accept("receipt rule set " + ours + " is now the active one");
        } else if (!active.equals(ours)) {
            throw new Failure("receipt rule set " + active + " is active, and our rule is in " + ours
                    + ": mail does not reach us; run deploy again");
        }
    }

    private void ensureKey(String path) {
        var found = aws.json("ssm", "get-parameters-by-path", "--path", path, "--query", "{Names: Parameters[].Name}")
                .path("Names");
        if (!found.isEmpty()) {
            return;
        }
        var key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        aws.text(
                "ssm",
                "put-parameter",
                "--name",
                path + "/k1",
                "--type",
                "SecureString",
                "--no-overwrite",
                "--value",
                Base64.getEncoder().encodeToString(key));
        say.accept("made the signing key " + path + "/k1");
    }

    private void report(Map<String, String> outputs) {
        say.accept("portal: " + outputs.get("PortalUrl"));
        say.accept("DNS records for the mail domain:");
        outputs.getOrDefault("DnsRecords", "").lines().forEach(line -> say.accept("  " + line));
        say.accept("MX of each domain of the support addresses: 10 " + outputs.get("InboundServer"));
        if (!aws.json("sesv2", "get-account").path("ProductionAccessEnabled").asBoolean()) {
            say.accept("SES is still in its sandbox: it sends to verified addresses only. Ask for production access in"
                    + " the SES console.");
        }
    }
}

package guichet.cli.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * `sam deploy`, and the steps that CloudFormation cannot do: which receipt rule set is active is read before and set after, never
 * replaced; the first signing key is made. What it did and what is left to do, it says.
 */
public final class Deployment {
    /** Why it cannot go on, in one line. */
    public static final class Failure extends RuntimeException {
        Failure(String message) {
            super(message, null, false, false);
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KEY_BYTES = 32;

    private final Tools tools;
    private final String stack;
    private final String region;
    private final Consumer<String> say;

    public Deployment(Tools tools, String stack, String region, Consumer<String> say) {
        this.tools = tools;
        this.stack = stack;
        this.region = region;
        this.say = say;
    }

    /** @param parameters of the template, as NAME=VALUE; what was given before stays */
    public void run(List<String> parameters, List<String> more) {
        var account = json(aws("sts", "get-caller-identity")).path("Account").asText();
        say.accept("account " + account + ", region " + region + ", stack " + stack);
        var ours = outputs().getOrDefault("ReceiptRuleSet", "");
        var active = activeRuleSet();
        sam(parameters, more, active, ours);
        var outputs = outputs();
        ensureKey(outputs.get("Keys"));
        activate(outputs.get("ReceiptRuleSet"));
        report(outputs);
    }

    private void sam(List<String> parameters, List<String> more, String active, String ours) {
        var given = new ArrayList<>(parameters);
        if (!active.isEmpty() && !active.equals(ours)) {
            say.accept("receipt rule set " + active + " is active: our rule goes into it, before its others; nothing else of it changes");
            given.add("ReceiptRuleSet=" + active);
        }
        var command = new ArrayList<>(List.of("sam", "deploy", "--template-file", "template.yaml", "--stack-name", stack, "--region", region));
        if (!given.isEmpty()) {
            command.add("--parameter-overrides");
            command.addAll(given);
        }
        command.addAll(more);
        int exit = tools.run(command);
        if (exit != 0) {
            throw new Failure(exit == 127 ? "the SAM CLI (sam) is not installed" : "sam deploy failed with " + exit + "; nothing else was done");
        }
    }

    /** Empty when none is active. */
    private String activeRuleSet() {
        var answer = aws("ses", "describe-active-receipt-rule-set");
        return answer.isBlank() ? "" : json(answer).path("Metadata").path("Name").asText("");
    }

    private void activate(String ours) {
        var active = activeRuleSet();
        if (active.isEmpty()) {
            aws("ses", "set-active-receipt-rule-set", "--rule-set-name", ours);
            say.accept("receipt rule set " + ours + " is now the active one");
        } else if (!active.equals(ours)) {
            throw new Failure("receipt rule set " + active + " is active, and our rule is in " + ours + ": mail does not reach us; run deploy again");
        }
    }

    private void ensureKey(String path) {
        var found = json(aws("ssm", "get-parameters-by-path", "--path", path, "--query", "{Names: Parameters[].Name}")).path("Names");
        if (!found.isEmpty()) {
            return;
        }
        var key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        aws("ssm", "put-parameter", "--name", path + "/k1", "--type", "SecureString", "--no-overwrite", "--value", Base64.getEncoder().encodeToString(key));
        say.accept("made the signing key " + path + "/k1");
    }

    private void report(Map<String, String> outputs) {
        say.accept("portal: " + outputs.get("PortalUrl"));
        say.accept("DNS records for the mail domain:");
        outputs.getOrDefault("DnsRecords", "").lines().forEach(line -> say.accept("  " + line));
        say.accept("MX of each domain of the support addresses: 10 " + outputs.get("InboundServer"));
        if (!json(aws("sesv2", "get-account")).path("ProductionAccessEnabled").asBoolean()) {
            say.accept("SES is still in its sandbox: it sends to verified addresses only. Ask for production access in the SES console.");
        }
    }

    private Map<String, String> outputs() {
        var result = tools.read(command("cloudformation", "describe-stacks", "--stack-name", stack));
        if (!result.ok()) {
            if (result.err().contains("does not exist")) {
                return Map.of();
            }
            throw failure(result, "cloudformation describe-stacks");
        }
        var outputs = new LinkedHashMap<String, String>();
        json(result.out()).path("Stacks").path(0).path("Outputs")
                .forEach(output -> outputs.put(output.path("OutputKey").asText(), output.path("OutputValue").asText()));
        return outputs;
    }

    private String aws(String... arguments) {
        var result = tools.read(command(arguments));
        if (!result.ok()) {
            throw failure(result, arguments[0] + " " + arguments[1]);
        }
        return result.out();
    }

    private static Failure failure(Tools.Result result, String what) {
        return new Failure(result.exit() == 127 ? "the AWS CLI (aws) is not installed"
                : "aws " + what + " failed: " + result.err().lines().filter(line -> !line.isBlank()).findFirst().orElse("exit " + result.exit()));
    }

    private List<String> command(String... arguments) {
        var command = new ArrayList<>(List.of("aws", "--region", region, "--output", "json"));
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.isBlank() ? "{}" : text);
        } catch (IOException e) {
            throw new Failure("the AWS CLI did not answer in JSON: " + text.lines().findFirst().orElse(""));
        }
    }
}

package guichet.cli.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The AWS CLI, with whatever credentials its user gives it (profile, single sign-on, variables), in one region. */
public record AwsCli(Tools tools, String region) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws Failure what went wrong, in one line */
    JsonNode json(String... arguments) {
        return parse(text(arguments));
    }

    /** @throws Failure what went wrong, in one line */
    String text(String... arguments) {
        var result = tools.read(command(arguments));
        if (!result.ok()) {
            throw failure(result, arguments);
        }
        return result.out();
    }

    /** Empty where AWS answers with that error: what one asked for is not there. */
    Optional<JsonNode> unless(String error, String... arguments) {
        var result = tools.read(command(arguments));
        if (!result.ok() && result.err().contains(error)) {
            return Optional.empty();
        }
        if (!result.ok()) {
            throw failure(result, arguments);
        }
        return Optional.of(parse(result.out()));
    }

    /** What a stack of CloudFormation gives out, by name; nothing where there is no such stack. */
    Map<String, String> outputs(String stack) {
        var outputs = new LinkedHashMap<String, String>();
        unless("does not exist", "cloudformation", "describe-stacks", "--stack-name", stack)
                .ifPresent(found -> found.path("Stacks")
                        .path(0)
                        .path("Outputs")
                        .forEach(output -> outputs.put(
                                output.path("OutputKey").asText(),
                                output.path("OutputValue").asText())));
        return outputs;
    }

    private static Failure failure(Tools.Result result, String... arguments) {
        return new Failure(
                result.exit() == Tools.NOT_FOUND
                        ? "the AWS CLI (aws) is not installed"
                        : "aws " + arguments[0] + " " + arguments[1] + " failed: "
                                + result.err()
                                        .lines()
                                        .filter(line -> !line.isBlank())
                                        .findFirst()
                                        .orElse("exit " + result.exit()));
    }

    private List<String> command(String... arguments) {
        var command = new ArrayList<>(List.of("aws", "--region", region, "--output", "json"));
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text.isBlank() ? "{}" : text);
        } catch (IOException e) {
            throw new Failure("the AWS CLI did not answer in JSON: "
                    + text.lines().findFirst().orElse(""));
        }
    }
}

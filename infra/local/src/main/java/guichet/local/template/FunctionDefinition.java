package guichet.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A function as the template declares it.
 *
 * @param role ARN of the role that it runs in
 * @param logGroup the name of the log group that it writes to
 * @param codeUri its zip, relative to the template
 * @param asyncRetries how often an asynchronous invocation that failed is tried again
 * @param onFailure the ARN told of an asynchronous invocation that failed for good; or null
 */
public record FunctionDefinition(
        String id,
        String role,
        String logGroup,
        String codeUri,
        String handler,
        int memoryMb,
        Duration timeout,
        Map<String, String> environment,
        boolean snapStart,
        List<EventSource> sources,
        int asyncRetries,
        String onFailure) {

    /** All functions of the template; its table and queues must exist already. */
    public static List<FunctionDefinition> all(Template template) {
        return template.resources("AWS::Serverless::Function").entrySet().stream()
                .map(e -> read(e.getKey(), e.getValue()))
                .toList();
    }

    private static FunctionDefinition read(String id, Properties function) {
        var async = function.part("EventInvokeConfig");
        return new FunctionDefinition(
                id,
                function.need("Role"),
                function.part("LoggingConfig").text("LogGroup").orElse("/aws/lambda/" + id),
                function.need("CodeUri"),
                function.need("Handler"),
                function.number("MemorySize", 128),
                Duration.ofSeconds(function.number("Timeout", 3)),
                function.part("Environment").part("Variables").texts(),
                function.part("SnapStart")
                        .text("ApplyOn")
                        .filter("PublishedVersions"::equals)
                        .isPresent(),
                function.parts("Events").entrySet().stream()
                        .flatMap(e -> source(id + e.getKey(), e.getValue()).stream())
                        .toList(),
                async.number("MaximumRetryAttempts", 2),
                async.part("DestinationConfig")
                        .part("OnFailure")
                        .text("Destination")
                        .orElse(null));
    }

    private static List<EventSource> source(String name, Properties event) {
        var settings = event.part("Properties");
        var filters = settings.part("FilterCriteria").parts("Filters").values().stream()
                .map(f -> f.need("Pattern"))
                .toList();
        var partial = settings.list("FunctionResponseTypes").contains("ReportBatchItemFailures");
        var window = Duration.ofSeconds(settings.number("MaximumBatchingWindowInSeconds", 0));
        return switch (event.need("Type")) {
            case "SQS" -> {
                var arn = settings.need("Queue");
                yield List.of(new EventSource.Queue(
                        name,
                        arn.substring(arn.lastIndexOf(':') + 1),
                        arn,
                        settings.number("BatchSize", 10),
                        window,
                        partial,
                        filters));
            }
            case "DynamoDB" ->
                List.of(new EventSource.Stream(
                        name,
                        settings.need("Stream"),
                        settings.need("StartingPosition").equals("TRIM_HORIZON"),
                        settings.number("BatchSize", 100),
                        window,
                        partial,
                        settings.flag("BisectBatchOnFunctionError"),
                        settings.number("MaximumRetryAttempts", -1),
                        settings.has("MaximumRecordAgeInSeconds")
                                ? Duration.ofSeconds(settings.number("MaximumRecordAgeInSeconds", -1))
                                : null,
                        settings.part("DestinationConfig")
                                .part("OnFailure")
                                .text("Destination")
                                .orElse(null),
                        filters));
            case "Schedule", "ScheduleV2" ->
                List.of(new EventSource.Schedule(
                        name,
                        settings.text("ScheduleExpression").orElseGet(() -> settings.need("Schedule")),
                        settings.text("Input").orElse("{}"),
                        settings.text("RoleArn").orElse(null)));
            case "HttpApi" -> List.of();
            default ->
                throw new TemplateException(
                        name + " is started by " + event.need("Type") + ", which the local stack does not know");
        };
    }
}

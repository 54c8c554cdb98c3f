package guichet.local.rights;

import guichet.local.template.EventSource;
import guichet.local.template.FunctionDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What Lambda does in the name of a function's role: reads its sources, tells of what failed, keeps its logs. It tries
 * that role out when a source or a destination is made, and refuses to make it.
 */
final class ServiceNeeds {
    private ServiceNeeds() {}

    static List<Need> of(FunctionDefinition function) {
        var needs = new ArrayList<Need>();
        function.sources().forEach(source -> source(source).forEach(needs::add));
        onFailure(function.onFailure()).forEach(needs::add);
        for (var action : List.of("logs:CreateLogStream", "logs:PutLogEvents")) {
            needs.add(Need.of(action, Arns.logStream(function.logGroup())));
        }
        return needs;
    }

    private static Stream<Need> source(EventSource source) {
        return switch (source) {
            case EventSource.Queue queue ->
                Stream.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes")
                        .map(action -> Need.of(action, queue.queueArn()));
            case EventSource.Stream stream -> Stream.concat(stream(stream.streamArn()), onFailure(stream.onFailure()));
            case EventSource.Schedule _ -> Stream.of();
        };
    }

    private static Stream<Need> stream(String arn) {
        var all = arn.substring(0, arn.lastIndexOf('/') + 1) + "*";
        return Stream.concat(
                Stream.of("dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator")
                        .map(action -> Need.of(action, arn)),
                Stream.of(Need.of("dynamodb:ListStreams", all)));
    }

    /** @param arn of a queue or a bucket; null: nobody is told */
    private static Stream<Need> onFailure(String arn) {
        if (arn == null) {
            return Stream.of();
        }
        return arn.startsWith("arn:aws:s3:")
                ? Stream.of(Need.of("s3:ListBucket", arn), Need.of("s3:PutObject", arn + "/aws/lambda/record"))
                : Stream.of(Need.of("sqs:SendMessage", arn));
    }
}

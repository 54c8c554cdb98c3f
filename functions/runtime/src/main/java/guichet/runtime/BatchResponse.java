package guichet.runtime;

import java.util.List;

/** Which records of a batch failed, so that they alone come again ({@code ReportBatchItemFailures}). */
public record BatchResponse(List<Failure> batchItemFailures) {
    public static final BatchResponse ALL_DONE = new BatchResponse(List.of());

    public record Failure(String itemIdentifier) {}

    public static BatchResponse of(List<String> failed) {
        return failed.isEmpty()
                ? ALL_DONE
                : new BatchResponse(failed.stream().map(Failure::new).toList());
    }
}

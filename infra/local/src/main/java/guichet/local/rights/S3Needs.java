package guichet.local.rights;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.local.aws.ApiCall;
import java.util.List;

/** Which rights S3's operations need; they are not called after the operations. */
final class S3Needs {
    private S3Needs() {}

    static List<Need> of(String operation, JsonNode request) {
        var bucket = request.path("Bucket").asText();
        var key = request.path("Key").asText();
        return switch (operation) {
            case "GetObject", "HeadObject" -> List.of(Need.of("s3:GetObject", Arns.object(bucket, key)));
            case "PutObject", "DeleteObject" -> List.of(Need.of("s3:" + operation, Arns.object(bucket, key)));
            case "ListObjectsV2" -> {
                var list = Need.of("s3:ListBucket", Arns.bucket(bucket));
                yield List.of(
                        request.has("Prefix")
                                ? list.with("s3:prefix", request.path("Prefix").asText())
                                : list);
            }
            case ApiCall.NOTHING_THERE -> List.of(Need.of("s3:ListBucket", Arns.bucket(bucket)));
            default -> throw new UnknownCall("S3's " + operation);
        };
    }
}

package guichet.local.aws;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A call as it arrived, before it is carried out.
 *
 * @param caller the id of the access key that signed it; empty where nobody did
 * @param service as rights are named after it: {@code dynamodb}, {@code s3}, {@code sqs}, {@code ses}, {@code events},
 *     {@code ssm}
 * @param operation as the service's API has it, such as {@code TransactWriteItems}
 * @param request its parameters as the API's model has them, as far as rights depend on them
 */
public record ApiCall(String caller, String service, String operation, JsonNode request) {
    /**
     * What S3 asks itself before it says that an object is missing: whoever may not list its bucket is told that it is
     * forbidden.
     */
    public static final String NOTHING_THERE = "GetObject of a key that is not there";
}

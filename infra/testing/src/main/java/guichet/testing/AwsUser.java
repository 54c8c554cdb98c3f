package guichet.testing;

/** Somebody who calls AWS: a function, or the test itself, which may do everything. */
public interface AwsUser {
    Endpoint dynamodb();

    Endpoint s3();

    Endpoint sqs();

    Endpoint sesv2();

    Endpoint eventbridge();

    Endpoint ssm();
}

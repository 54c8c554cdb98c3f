package guichet.local.rights;

import guichet.local.aws.EmbeddedAws;

/** What things are called here, all of one account and region. */
final class Arns {
    private Arns() {}

    private static String of(String service, String resource) {
        return "arn:aws:" + service + ":" + EmbeddedAws.REGION + ":" + EmbeddedAws.ACCOUNT + ":" + resource;
    }

    static String queue(String name) {
        return of("sqs", name);
    }

    static String bus(String name) {
        return of("events", "event-bus/" + name);
    }

    /** @param name with or without the slash that it may begin with */
    static String parameter(String name) {
        return of("ssm", "parameter" + (name.startsWith("/") ? name : "/" + name));
    }

    static String identity(String domain) {
        return of("ses", "identity/" + domain);
    }

    static String configurationSet(String name) {
        return of("ses", "configuration-set/" + name);
    }

    static String logStream(String group) {
        return of("logs", "log-group:" + group + ":log-stream:of-a-process");
    }

    static String bucket(String name) {
        return "arn:aws:s3:::" + name;
    }

    static String object(String bucket, String key) {
        return bucket(bucket) + "/" + key;
    }

    /** Of whoever acts in a role's name. */
    static String session(String role, String name) {
        return "arn:aws:sts::" + EmbeddedAws.ACCOUNT + ":assumed-role/" + role + "/" + name;
    }
}

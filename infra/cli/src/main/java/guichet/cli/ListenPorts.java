package guichet.cli;

/** Where the local stack listens, by the environment. */
final class ListenPorts {
    private ListenPorts() {}

    static int http() {
        return port("GUICHET_HTTP_PORT", 8080);
    }

    static int smtp() {
        return port("GUICHET_SMTP_PORT", 2525);
    }

    private static int port(String variable, int otherwise) {
        var value = System.getenv(variable);
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 65_535) {
            throw new CommandFailure(variable + "=" + value + " is not a port; allowed: 0 to 65535");
        }
        return Integer.parseInt(value);
    }
}

package guichet.runtime;

/**
 * What the template tells a function, through its environment. A system property of the same name stands in for a
 * variable, as in tests.
 */
public final class Settings {
    private Settings() {}

    /** @throws IllegalStateException if the template does not give it */
    public static String required(String name) {
        var value = value(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("the environment variable " + name + " is not set");
        }
        return value;
    }

    public static String optional(String name, String otherwise) {
        var value = value(name);
        return value == null || value.isBlank() ? otherwise : value;
    }

    private static String value(String name) {
        var variable = System.getenv(name);
        return variable == null ? System.getProperty(name) : variable;
    }
}

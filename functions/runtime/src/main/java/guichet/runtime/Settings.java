package guichet.runtime;

/** What the template tells a function, through its environment. */
public final class Settings {
    private Settings() {
    }

    /** @throws IllegalStateException if the template does not give it */
    public static String required(String name) {
        var value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("the environment variable " + name + " is not set");
        }
        return value;
    }

    public static String optional(String name, String otherwise) {
        var value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value;
    }
}

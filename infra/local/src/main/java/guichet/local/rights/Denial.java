package guichet.local.rights;

/**
 * A call that was not carried out.
 *
 * @param who a function, or a service that acted for it
 * @param role that it acted in, by its logical id
 * @param operation what was to be done, as the service's API has it
 * @param because the end of AWS's sentence
 */
public record Denial(String who, String role, String operation, Need need, String because) {
    public String action() {
        return need.action();
    }

    /** As the caller hears it. */
    String inAwsWords() {
        var session = Arns.session(role, who);
        return need.action().startsWith("ses:")
                ? "User `" + session + "' is not authorized to perform `" + need.action() + "' on resource `"
                        + need.resource() + "'"
                : "User: " + session + " is not authorized to perform: " + need.action() + " on resource: "
                        + need.resource() + " " + because;
    }

    @Override
    public String toString() {
        return who + " may not " + need + " (" + operation + ", as " + role + ", " + because + ")";
    }
}

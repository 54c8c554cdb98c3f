package guichet.local.rights;

import guichet.local.rights.Statement.Grant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A role, with the policies that stand in it. A deny wins; what nothing allows is denied.
 *
 * @param role its logical id in the template
 * @param trusts the services that may act in its name, such as {@code lambda.amazonaws.com}
 */
record Policy(String role, Set<String> trusts, List<Statement> statements) {
    /** What it says of a need. */
    sealed interface Verdict {
        record Allowed(List<Grant> by) implements Verdict {}

        /** @param because the end of AWS's sentence */
        record Denied(String because) implements Verdict {}
    }

    Verdict on(Need need) {
        if (statements.stream()
                .anyMatch(statement ->
                        !statement.allow() && !statement.applies(need).isEmpty())) {
            return new Verdict.Denied("with an explicit deny in an identity-based policy");
        }
        var by = allowing()
                .flatMap(statement -> statement.applies(need).stream())
                .toList();
        return by.isEmpty()
                ? new Verdict.Denied("because no identity-based policy allows the " + need.action() + " action")
                : new Verdict.Allowed(by);
    }

    /** All that it allows. */
    Stream<Grant> grants() {
        return allowing().flatMap(Statement::grants);
    }

    private Stream<Statement> allowing() {
        return statements.stream().filter(Statement::allow);
    }
}

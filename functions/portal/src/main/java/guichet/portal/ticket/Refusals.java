package guichet.portal.ticket;

import guichet.core.command.Refusal;
import guichet.core.desk.LocalizedText;
import guichet.portal.http.Problem;

/** What the core refuses, as HTTP says it. */
public final class Refusals {
    private Refusals() {}

    public static Problem problem(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotAllowed no -> Problem.notAllowed(no.message());
            case Refusal.NotNow no ->
                Problem.of(409, "not-now", "Plus possible dans cet état", "Not possible in this state", no.message())
                        .with("state", no.state())
                        .with("allowed", no.allowed());
            case Refusal.BadValue bad -> Problem.badValue(bad.field(), bad.value(), bad.allowed(), bad.message());
        };
    }

    public static Problem keyReused() {
        return Problem.of(
                422,
                "key-reused",
                "Clé déjà utilisée",
                "Key used before",
                new LocalizedText(
                        "Cette Idempotency-Key a déjà servi pour une autre requête.",
                        "This Idempotency-Key was used for another request."));
    }
}

package guichet.portal.ticket;

import guichet.core.command.Refusal;
import guichet.portal.http.Problem;
import guichet.portal.http.ProblemWords;

/** What the core refuses, as HTTP says it. */
public final class Refusals {
    private Refusals() {}

    public static Problem problem(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotAllowed no -> Problem.notAllowed(no.message());
            case Refusal.NotNow no ->
                Problem.of(409, "not-now", ProblemWords.NOT_NOW, no.message())
                        .with("state", no.state())
                        .with("allowed", no.allowed());
            case Refusal.BadValue bad -> Problem.badValue(bad.field(), bad.value(), bad.allowed(), bad.message());
        };
    }

    public static Problem keyReused() {
        return Problem.of(422, "key-reused", ProblemWords.KEY_REUSED, ProblemWords.KEY_REUSED_DETAIL);
    }
}

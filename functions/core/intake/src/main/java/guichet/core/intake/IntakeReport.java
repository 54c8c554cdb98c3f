package guichet.core.intake;

/** Where a mail ended, and the rules that brought it there. */
public record IntakeReport(IntakeResult result, IntakeTrace trace) {}

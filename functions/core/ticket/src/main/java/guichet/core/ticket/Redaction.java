package guichet.core.ticket;

import guichet.core.desk.LocalizedText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a message came with and its ticket does not hold; who wrote it and the agents are told.
 *
 * @param secrets how many different secrets were masked (S2-03)
 * @param files those that were not kept
 * @param notLookedInto names of text files that were too large to look for secrets in
 */
public record Redaction(int secrets, List<RefusedFile> files, List<String> notLookedInto) {
    public Redaction(int secrets, List<RefusedFile> files) {
        this(secrets, files, List.of());
    }

    public record RefusedFile(String name, Why why) {
        public LocalizedText words() {
            return RedactionWords.FILE.with(name, why.words());
        }
    }

    public enum Why {
        PROGRAM,
        TOO_LARGE,
        TOO_MANY,
        VIRUS;

        private LocalizedText words() {
            return switch (this) {
                case PROGRAM -> RedactionWords.WHY_PROGRAM;
                case TOO_LARGE -> RedactionWords.WHY_TOO_LARGE;
                case TOO_MANY -> RedactionWords.WHY_TOO_MANY;
                case VIRUS -> RedactionWords.WHY_VIRUS;
            };
        }
    }

    public boolean isEmpty() {
        return secrets == 0 && files.isEmpty() && notLookedInto.isEmpty();
    }

    /** For the agents, a line each. */
    public LocalizedText words() {
        var lines = new ArrayList<LocalizedText>();
        if (secrets > 0) {
            lines.add(secrets == 1 ? RedactionWords.SECRETS_ONE : RedactionWords.SECRETS_MANY.with(secrets));
        }
        files.forEach(file -> lines.add(RedactionWords.FILE_NOT_KEPT.with(file.words())));
        notLookedInto.forEach(name -> lines.add(RedactionWords.NOT_LOOKED_INTO.with(name)));
        return LocalizedText.of(
                language -> lines.stream().map(line -> line.in(language)).collect(Collectors.joining("\n")));
    }
}

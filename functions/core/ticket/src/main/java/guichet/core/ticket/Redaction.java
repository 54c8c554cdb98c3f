package guichet.core.ticket;

import guichet.core.desk.LocalizedText;
import java.util.List;

/**
 * What a mail came with and its ticket does not hold; its sender and the agents are told.
 *
 * @param secrets how many different secrets were masked (S2-03)
 * @param files those that were not kept
 */
public record Redaction(int secrets, List<RefusedFile> files) {

    public record RefusedFile(String name, Why why) {
        public LocalizedText words() {
            return new LocalizedText(name + " (" + why.words.fr() + ")", name + " (" + why.words.en() + ")");
        }
    }

    public enum Why {
        PROGRAM(new LocalizedText("les programmes sont refusés", "programs are refused")),
        TOO_LARGE(new LocalizedText("trop volumineux", "too large")),
        TOO_MANY(new LocalizedText("trop de fichiers", "too many files")),
        VIRUS(new LocalizedText("le mail porte un virus", "the mail carries a virus"));

        private final LocalizedText words;

        Why(LocalizedText words) {
            this.words = words;
        }
    }

    public boolean isEmpty() {
        return secrets == 0 && files.isEmpty();
    }

    /** For the agents, a line each. */
    public LocalizedText words() {
        var fr = new StringBuilder();
        var en = new StringBuilder();
        if (secrets > 0) {
            fr.append(
                    secrets == 1
                            ? "Un secret a été masqué dans ce message.\n"
                            : secrets + " secrets ont été masqués dans ce message.\n");
            en.append(
                    secrets == 1
                            ? "A secret was masked in this message.\n"
                            : secrets + " secrets were masked in this message.\n");
        }
        files.forEach(file -> {
            fr.append("Non conservé\u00a0: ").append(file.words().fr()).append('\n');
            en.append("Not kept: ").append(file.words().en()).append('\n');
        });
        return new LocalizedText(fr.toString().strip(), en.toString().strip());
    }
}

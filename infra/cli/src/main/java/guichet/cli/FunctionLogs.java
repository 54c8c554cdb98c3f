package guichet.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the functions of the local stack wrote to their logs about a message. */
final class FunctionLogs {
    /** On AWS they are CloudWatch's: the runbook's queries find them. */
    static final FunctionLogs ELSEWHERE = new FunctionLogs(null);

    private final Path folder;

    FunctionLogs(Path folder) {
        this.folder = folder;
    }

    /** Why a message failed the last time. */
    Optional<String> why(String message) {
        if (folder == null || !Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (var files = Files.list(folder)) {
            return files.sorted().flatMap(file -> last(file, message).stream()).findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> last(Path file, String message) {
        try (var lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            var failed = "message " + message + " failed";
            Optional<String> found = Optional.empty();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var at = line.indexOf(failed);
                if (at >= 0) {
                    found = reason(line.substring(at + failed.length()));
                }
            }
            return found;
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> reason(String text) {
        return Optional.of(text.replaceFirst("^: ", "")
                        .replaceAll("\\p{Cntrl}", " ")
                        .strip())
                .filter(why -> !why.isEmpty());
    }
}

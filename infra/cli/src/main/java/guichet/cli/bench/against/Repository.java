package guichet.cli.bench.against;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The git repository that a directory is the working tree of. */
record Repository(Path directory) {
    private static final int STATUS_LETTERS = 3;

    /** @throws AgainstException when there is no such revision, or no repository, or no git */
    Revision revision(String name) throws IOException, InterruptedException, AgainstException {
        var here = git("rev-parse", "--is-shallow-repository");
        if (here.exit() != 0) {
            throw new AgainstException(
                    "another revision can be measured in a git repository alone: " + here.complaint());
        }
        var commit = git("rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}");
        if (commit.exit() != 0) {
            throw new AgainstException("there is no revision " + name + " in this repository"
                    + (here.output().strip().equals("true") ? ", which is a shallow clone" : "")
                    + "; it may be a commit, a branch, a tag, or such as HEAD~3");
        }
        var hash = commit.output().strip();
        return new Revision(hash, text("log", "-1", "--format=%s", hash), List.of());
    }

    /** What is checked out, with the files that were changed since, or are new. */
    Revision workingTree() throws IOException, InterruptedException, AgainstException {
        var head = revision("HEAD");
        var changes = text("status", "--porcelain", "--untracked-files=all")
                .lines()
                .map(line -> line.substring(STATUS_LETTERS))
                .toList();
        return new Revision(head.commit(), head.subject(), changes);
    }

    /** The same as long as nobody commits or changes a file that git knows. */
    String state() throws IOException, InterruptedException, AgainstException {
        return text("rev-parse", "HEAD") + "\n" + text("diff", "HEAD");
    }

    /** @throws AgainstException with git's own words, where it fails */
    String text(String... arguments) throws IOException, InterruptedException, AgainstException {
        var ended = git(arguments);
        if (ended.exit() != 0) {
            throw new AgainstException("git " + arguments[0] + " failed: " + ended.complaint());
        }
        return ended.output().stripTrailing();
    }

    Child.Ended git(String... arguments) throws IOException, InterruptedException, AgainstException {
        var command = new ArrayList<>(List.of("git", "-c", "core.hooksPath=/dev/null", "-c", "core.quotePath=false"));
        command.addAll(List.of(arguments));
        try {
            return Child.run(directory, command, _ -> {});
        } catch (IOException e) {
            throw new AgainstException(
                    "another revision is checked out by git, which cannot be run: " + e.getMessage());
        }
    }
}

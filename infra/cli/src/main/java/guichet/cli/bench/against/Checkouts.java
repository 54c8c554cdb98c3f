package guichet.cli.bench.against;

import guichet.local.folder.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;

/**
 * Revisions that were checked out to be measured, each with all that its build left: under {@code target/against}. They
 * are clones that share our objects, so that git's list of worktrees says nothing of them and {@code rm -rf} is enough.
 */
record Checkouts(Repository repository, Path folder) {
    /** A built one takes a third of a gigabyte. */
    private static final int KEPT = 3;

    static Checkouts of(Path root) {
        return new Checkouts(new Repository(root), root.resolve("target/against"));
    }

    /** The one of that revision: what lies there already, if it is whole and nobody changed it. */
    Path get(Revision revision) throws IOException, InterruptedException, AgainstException {
        Files.createDirectories(folder);
        var checkout = folder.resolve(revision.abbreviated());
        if (!isWhole(checkout, revision)) {
            Folders.delete(checkout);
            var half = Files.createTempDirectory(folder, "half");
            try {
                var us = repository.directory().toAbsolutePath().toString();
                repository.text("clone", "--quiet", "--shared", "--no-checkout", us, half.toString());
                new Repository(half).text("checkout", "--quiet", "--detach", revision.commit());
                Files.move(half, checkout);
            } finally {
                Folders.delete(half);
            }
        }
        Files.setLastModifiedTime(checkout, FileTime.from(Instant.now()));
        forgetOldest();
        return checkout;
    }

    private static boolean isWhole(Path checkout, Revision revision)
            throws IOException, InterruptedException, AgainstException {
        if (!Files.isDirectory(checkout.resolve(".git"))) {
            return false;
        }
        var there = new Repository(checkout);
        var head = there.git("rev-parse", "HEAD");
        var status = there.git("status", "--porcelain");
        return head.output().strip().equals(revision.commit())
                && status.exit() == 0
                && status.output().isEmpty();
    }

    private void forgetOldest() throws IOException {
        try (var all = Files.list(folder)) {
            var old = all.filter(Files::isDirectory)
                    .sorted(Comparator.comparingLong(
                                    (Path directory) -> directory.toFile().lastModified())
                            .reversed())
                    .skip(KEPT)
                    .toList();
            for (var directory : old) {
                Folders.delete(directory);
            }
        }
    }
}

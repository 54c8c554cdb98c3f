package guichet.cli.bench.against;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/** A revision that can be measured. */
interface Side {
    String label();

    /** The rows that its bench knows. */
    Set<String> rows() throws IOException, InterruptedException, AgainstException;

    List<Figure> measure(String row) throws IOException, InterruptedException, AgainstException;
}

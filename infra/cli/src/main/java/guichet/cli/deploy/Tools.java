package guichet.cli.deploy;

import java.util.List;

/** The command lines that a deployment goes through: `sam` and `aws`. */
public interface Tools {
    /** The exit code of a tool that is not installed. */
    int NOT_FOUND = 127;

    /** Runs it with our own terminal, so that questions can be answered. @return its exit code */
    int run(List<String> command);

    /** Runs it and reads what it prints. */
    Result read(List<String> command);

    record Result(int exit, String out, String err) {
        boolean ok() {
            return exit == 0;
        }
    }
}

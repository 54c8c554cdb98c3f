package guichet.mutation;

import java.util.List;

/**
 * A part of the code whose rules are broken one by one, and where its tests are.
 *
 * @param name of the part, as one asks for it and as the figures name it
 * @param classes that are broken, as PIT's globs
 * @param tests that may notice, as PIT's globs
 * @param sources the folder of the module that holds the classes, from the project's root
 * @param runIn the folder of a module, from the project's root: the tests' working directory
 */
record Target(String name, List<String> classes, List<String> tests, String sources, String runIn) {

    /** Whether a file of the project, by its path from the root, is of this part or of its tests. */
    boolean concerns(String file) {
        return file.endsWith(".java")
                && (file.startsWith(sources + "/src/main/java/") && named(classes, file)
                        || file.contains("/src/test/java/") && named(tests, file));
    }

    private static boolean named(List<String> globs, String file) {
        var name = file.substring(file.indexOf("/java/") + "/java/".length(), file.length() - ".java".length())
                .replace('/', '.');
        return globs.stream().anyMatch(glob -> matches(glob, name));
    }

    private static boolean matches(String glob, String name) {
        return glob.endsWith("*") ? name.startsWith(glob.substring(0, glob.length() - 1)) : name.equals(glob);
    }
}

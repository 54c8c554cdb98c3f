package guichet.core.desk.file;

import guichet.core.desk.Desk;
import guichet.core.people.People;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Organizations and people to import into a desk: YAML as in a desk's {@code people.yaml}, or, where the file's name
 * ends so, CSV with the columns {@code organization,name,domains,contract,address,person,language,phone}.
 */
public final class PeopleFile {
    private PeopleFile() {}

    /** @param desk whose contracts the file may name. @param content UTF-8, up to 1 MB */
    public static ReadResult<People> read(Desk desk, String file, byte[] content) {
        var problems = new FileProblems(file);
        var book = new PeopleCollector(desk);
        if (file.toLowerCase(Locale.ROOT).endsWith(".csv")) {
            new PeopleTable(book, problems).read(content);
        } else {
            YamlReader.read(content, SectionKeys.PEOPLE_FILE, problems)
                    .flatMap(YamlNode::entries)
                    .ifPresent(root -> new PeopleReader(book).read(root));
        }
        return ReadResult.of(problems, book.people());
    }

    public static ReadResult<People> read(Desk desk, String file, String content) {
        return read(desk, file, content.getBytes(StandardCharsets.UTF_8));
    }
}

package guichet.mutation;

import guichet.mutation.Mutant.Fate;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Reads PIT's {@code mutations.xml}. */
final class PitReport {
    private PitReport() {}

    /** @throws IllegalStateException if it is no such report */
    static List<Mutant> read(InputStream xml) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var mutations = factory.newDocumentBuilder().parse(xml).getElementsByTagName("mutation");
            var mutants = new ArrayList<Mutant>();
            for (int i = 0; i < mutations.getLength(); i++) {
                mutants.add(mutant((Element) mutations.item(i)));
            }
            return mutants;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("not a report of PIT", e);
        }
    }

    private static Mutant mutant(Element mutation) {
        var name = text(mutation, "mutatedClass");
        return new Mutant(
                name.substring(name.lastIndexOf('.') + 1).replaceAll("\\$.*", ""),
                Integer.parseInt(text(mutation, "lineNumber")),
                text(mutation, "mutatedMethod"),
                text(mutation, "description"),
                fate(mutation.getAttribute("status")));
    }

    private static Fate fate(String status) {
        return switch (status) {
            case "KILLED", "TIMED_OUT", "MEMORY_ERROR", "RUN_ERROR", "NON_VIABLE" -> Fate.FOUND;
            case "SURVIVED" -> Fate.SURVIVED;
            case "NO_COVERAGE" -> Fate.NOT_COVERED;
            default -> throw new IllegalStateException("PIT says " + status + ", which is not known here");
        };
    }

    private static String text(Element of, String name) {
        return of.getElementsByTagName(name).item(0).getTextContent();
    }
}

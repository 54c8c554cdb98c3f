package guichet.portal.ticket;

import com.fasterxml.jackson.core.JsonGenerator;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Person;
import guichet.portal.people.Caller;
import java.io.IOException;
import java.util.Locale;

/**
 * People as a caller may know them. Customers see their own side whole; of the desk's staff they see the name, never
 * the address.
 */
public final class PersonView {
    private PersonView() {}

    public static void field(JsonGenerator out, String field, Person person, Caller reader) throws IOException {
        out.writeFieldName(field);
        if (person == null) {
            out.writeNull();
        } else {
            write(out, person, reader);
        }
    }

    static void write(JsonGenerator out, Person person, Caller reader) throws IOException {
        out.writeStartObject();
        who(out, person, isHidden(person, reader), reader);
        out.writeEndObject();
    }

    static void actor(JsonGenerator out, Actor actor, Caller reader) throws IOException {
        out.writeObjectFieldStart("actor");
        out.writeStringField("role", actor.role().name().toLowerCase(Locale.ROOT));
        who(out, actor.person(), actor.isStaff() && !reader.isStaff() || isHidden(actor.person(), reader), reader);
        out.writeEndObject();
    }

    /** What to call somebody in a sentence. */
    static String called(Person person, Caller reader) {
        return !person.name().isBlank()
                ? person.name()
                : isHidden(person, reader) ? reader.desk().name().in(reader.language()) : person.display();
    }

    private static void who(JsonGenerator out, Person person, boolean hidden, Caller reader) throws IOException {
        if (!hidden && !person.address().isEmpty()) {
            out.writeStringField("email", person.shownAddress());
        }
        out.writeStringField(
                "name",
                hidden && person.name().isBlank() ? reader.desk().name().in(reader.language()) : person.display());
    }

    private static boolean isHidden(Person person, Caller reader) {
        return !reader.isStaff() && reader.desk().staffMember(person.address()).isPresent();
    }
}

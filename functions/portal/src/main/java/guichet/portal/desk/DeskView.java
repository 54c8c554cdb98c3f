package guichet.portal.desk;

import com.fasterxml.jackson.core.JsonGenerator;
import guichet.core.desk.Input;
import guichet.core.desk.Language;
import guichet.core.desk.Prompt;
import guichet.core.desk.Queue;
import guichet.core.desk.RequestType;
import guichet.core.desk.State;
import guichet.core.text.MailAddress;
import guichet.portal.http.ViewJson;
import guichet.portal.people.Caller;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;

/**
 * A desk as its customers and its staff may know it: how to reach it, what one may ask for and in which form, when it
 * is open.
 */
final class DeskView {
    private DeskView() {}

    static void write(JsonGenerator out, Caller caller, Instant now) throws IOException {
        var desk = caller.desk();
        var language = caller.language();
        out.writeStartObject();
        out.writeStringField("id", desk.id());
        out.writeStringField("name", desk.name().in(language));
        out.writeStringField("address", MailAddress.shown(desk.address()));
        ViewJson.text(out, "phone", desk.phone());
        ViewJson.texts(out, "contacts", desk.contacts());
        out.writeStringField("language", desk.language().code());
        out.writeArrayFieldStart("types");
        for (var type : desk.types().values()) {
            type(out, type, language);
        }
        out.writeEndArray();
        var states = new LinkedHashMap<String, State>();
        desk.types().values().forEach(type -> type.states().forEach(states::putIfAbsent));
        states(out, states.values(), language);
        ViewJson.choices(out, "priorities", desk.priorities().levels(), language);
        ViewJson.choices(out, "impacts", desk.priorities().impacts(), language);
        ViewJson.choices(out, "urgencies", desk.priorities().urgencies(), language);
        queues(out, desk.queues().values(), language);
        out.writeArrayFieldStart("levels");
        for (var level : desk.levels()) {
            out.writeString(level);
        }
        out.writeEndArray();
        HoursView.write(out, desk.hours(), now);
        out.writeNullField("announcement");
        if (caller.isStaff()) {
            out.writeArrayFieldStart("staff");
            for (var member : desk.staff()) {
                out.writeStartObject();
                out.writeStringField("email", MailAddress.shown(member.address()));
                out.writeStringField("name", member.name());
                out.writeStringField("role", member.role().name().toLowerCase(Locale.ROOT));
                out.writeEndObject();
            }
            out.writeEndArray();
        }
        out.writeEndObject();
    }

    private static void type(JsonGenerator out, RequestType type, Language language) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", type.id());
        out.writeStringField("label", type.label().in(language));
        out.writeStringField("purpose", type.purpose().in(language));
        prompt(out, "subject", type.subject(), language);
        prompt(out, "description", type.description(), language);
        out.writeArrayFieldStart("fields");
        for (var field : type.fields().values()) {
            field(out, field, language);
        }
        out.writeEndArray();
        states(out, type.states().values(), language);
        out.writeEndObject();
    }

    private static void prompt(JsonGenerator out, String name, Prompt prompt, Language language) throws IOException {
        out.writeObjectFieldStart(name);
        ViewJson.text(out, "hint", prompt.hint().map(hint -> hint.in(language)));
        if (prompt.atMost().isPresent()) {
            out.writeNumberField("atMost", prompt.atMost().get());
        } else {
            out.writeNullField("atMost");
        }
        out.writeBooleanField("required", prompt.required());
        out.writeEndObject();
    }

    private static void field(JsonGenerator out, Input field, Language language) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", field.name());
        out.writeStringField("label", field.label().in(language));
        out.writeStringField(
                "kind", field.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        out.writeBooleanField("required", field.required() == Input.Required.CREATION);
        ViewJson.text(
                out,
                "requiredFor",
                switch (field.required()) {
                    case NO -> java.util.Optional.empty();
                    case CREATION -> java.util.Optional.of("creation");
                    case CHARGE -> java.util.Optional.of("charge");
                });
        ViewJson.choices(out, "choices", field.choices(), language);
        if (field.when().isPresent()) {
            out.writeObjectFieldStart("when");
            out.writeStringField("field", field.when().get().field());
            out.writeStringField("value", field.when().get().value());
            out.writeEndObject();
        } else {
            out.writeNullField("when");
        }
        out.writeEndObject();
    }

    private static void states(JsonGenerator out, Collection<State> states, Language language) throws IOException {
        out.writeArrayFieldStart("states");
        for (var state : states) {
            out.writeStartObject();
            out.writeStringField("id", state.id());
            out.writeStringField("label", state.label().in(language));
            out.writeBooleanField("initial", state.initial());
            out.writeBooleanField("closed", state.closed());
            ViewJson.text(
                    out,
                    "waitingFor",
                    state.waitingFor()
                            .map(whom -> whom.name().toLowerCase(Locale.ROOT).replace('_', '-')));
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void queues(JsonGenerator out, Collection<Queue> queues, Language language) throws IOException {
        out.writeArrayFieldStart("queues");
        for (var queue : queues) {
            out.writeStartObject();
            out.writeStringField("id", queue.id());
            out.writeStringField("label", queue.label().in(language));
            out.writeStringField("purpose", queue.purpose().in(language));
            out.writeBooleanField("valid", queue.valid());
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}

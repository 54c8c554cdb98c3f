package guichet.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.MutableConfigOverride;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import guichet.core.desk.Audience;
import guichet.core.desk.LocalizedText;
import guichet.core.ticket.TicketEvent;
import guichet.core.ticket.TicketId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The written form of what the table keeps. It must stay readable for as long as tables live: a property that is gone
 * is ignored, one that is new reads as empty, and the names of audiences below never change, whatever their classes are
 * called; nor do those of events, which say them themselves.
 */
final class ItemJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule(), ticketIds(), words())
            .addMixIn(TicketEvent.class, Events.class)
            .addMixIn(Audience.class, Audiences.class)
            .registerSubtypes(kindsOfEvents())
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .defaultPropertyInclusion(JsonInclude.Value.construct(Include.NON_EMPTY, Include.ALWAYS))
            .withConfigOverride(String.class, ItemJson::absentIsEmpty)
            .withConfigOverride(List.class, ItemJson::absentIsEmpty)
            .withConfigOverride(Set.class, ItemJson::absentIsEmpty)
            .withConfigOverride(Map.class, ItemJson::absentIsEmpty)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ItemJson() {}

    private static NamedType[] kindsOfEvents() {
        return TicketEvent.kinds().entrySet().stream()
                .map(kind -> new NamedType(kind.getValue(), kind.getKey()))
                .toArray(NamedType[]::new);
    }

    private static void absentIsEmpty(MutableConfigOverride type) {
        type.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
    }

    /** For people to read, and for no program: without a number. */
    static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How things of one kind are written; see {@link Format#of}. */
    @SafeVarargs
    static <T> Format<T> format(String kind, Class<T> type, UnaryOperator<ObjectNode>... upcasters) {
        return Format.of(kind, type, MAPPER, upcasters);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface Events {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @Type(value = Audience.Creator.class, name = "creator"),
        @Type(value = Audience.Sender.class, name = "sender"),
        @Type(value = Audience.Participants.class, name = "participants"),
        @Type(value = Audience.Owner.class, name = "owner"),
        @Type(value = Audience.Agents.class, name = "agents"),
        @Type(value = Audience.Leads.class, name = "leads"),
        @Type(value = Audience.Group.class, name = "group"),
        @Type(value = Audience.Dispatcher.class, name = "dispatcher"),
    })
    private interface Audiences {}

    /** What is the same in every language is a plain text, as all of them once were. */
    private static SimpleModule words() {
        return new SimpleModule()
                .addSerializer(LocalizedText.class, new StdSerializer<>(LocalizedText.class) {
                    @Override
                    public void serialize(LocalizedText words, JsonGenerator out, SerializerProvider provider)
                            throws IOException {
                        if (words.equals(LocalizedText.same(words.en()))) {
                            out.writeString(words.en());
                            return;
                        }
                        out.writeStartObject();
                        for (var form : words.forms().entrySet()) {
                            out.writeStringField(form.getKey().code(), form.getValue());
                        }
                        out.writeEndObject();
                    }
                })
                .addDeserializer(LocalizedText.class, new StdDeserializer<>(LocalizedText.class) {
                    @Override
                    public LocalizedText deserialize(JsonParser in, DeserializationContext context) throws IOException {
                        if (in.hasToken(JsonToken.VALUE_STRING)) {
                            return LocalizedText.same(in.getText());
                        }
                        var written = context.readTree(in);
                        var otherwise = written.path("en").asText();
                        return LocalizedText.of(
                                language -> written.path(language.code()).asText(otherwise));
                    }
                });
    }

    private static SimpleModule ticketIds() {
        return new SimpleModule()
                .addSerializer(TicketId.class, new StdScalarSerializer<>(TicketId.class) {
                    @Override
                    public void serialize(TicketId id, JsonGenerator out, SerializerProvider provider)
                            throws IOException {
                        out.writeString(id.toString());
                    }
                })
                .addDeserializer(TicketId.class, new StdScalarDeserializer<>(TicketId.class) {
                    @Override
                    public TicketId deserialize(JsonParser in, DeserializationContext context) throws IOException {
                        var written = in.getText();
                        return TicketId.parse(written)
                                .orElseThrow(
                                        () -> context.weirdStringException(written, TicketId.class, "not a ticket id"));
                    }
                });
    }
}

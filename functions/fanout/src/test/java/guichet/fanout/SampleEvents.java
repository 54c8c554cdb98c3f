package guichet.fanout;

import guichet.core.desk.LocalizedText;
import guichet.core.ticket.TicketEvent;
import guichet.core.ticket.TicketId;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An event of every kind that there is, made of what its record asks for: so a new kind is among them at once. */
final class SampleEvents {
    /** Every text in them. */
    static final String WRITTEN = "what somebody wrote";

    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

    private SampleEvents() {}

    /** With all that they can say, and with as little as they may. */
    static List<TicketEvent> all() {
        return Stream.of(true, false)
                .flatMap(full -> TicketEvent.kinds().values().stream().map(kind -> kind.cast(sample(kind, full))))
                .map(TicketEvent.class::cast)
                .toList();
    }

    private static Object sample(Type type, boolean full) {
        if (type instanceof ParameterizedType of) {
            var inside = of.getActualTypeArguments();
            return switch (of.getRawType().getTypeName()) {
                case "java.util.Optional" -> full ? Optional.of(sample(inside[0], true)) : Optional.empty();
                case "java.util.List" -> full ? List.of(sample(inside[0], true)) : List.of();
                case "java.util.Map" -> full ? Map.of(sample(inside[0], true), sample(inside[1], true)) : Map.of();
                default -> throw new AssertionError("no sample of a " + type);
            };
        }
        var plain = (Class<?>) type;
        return switch (plain.getName()) {
            case "java.lang.String" -> full ? WRITTEN : "";
            case "boolean" -> full;
            case "int" -> full ? 2 : 0;
            case "long" -> full ? 2L : 0L;
            case "java.time.Instant" -> AT;
            case "java.time.Duration" -> full ? Duration.ofHours(4) : Duration.ZERO;
            case "guichet.core.ticket.TicketId" -> new TicketId("cloud", 7);
            case "guichet.core.desk.LocalizedText" -> LocalizedText.same(full ? WRITTEN : "");
            default -> plain.isEnum() ? plain.getEnumConstants()[0] : record(plain, full);
        };
    }

    private static Object record(Class<?> type, boolean full) {
        if (type.isSealed()) {
            return record(type.getPermittedSubclasses()[0], full);
        }
        var components = type.getRecordComponents();
        try {
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(one -> one.getType()).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(Arrays.stream(components)
                    .map(one -> sample(one.getGenericType(), full))
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("no sample of a " + type, e);
        }
    }
}

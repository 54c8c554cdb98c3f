package guichet.core.notice;

import guichet.core.desk.Desk;
import guichet.core.desk.Language;
import guichet.core.desk.Queue;
import guichet.core.desk.State;
import guichet.core.desk.Words;
import guichet.core.ticket.Ticket;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A desk's texts, with their placeholders in braces filled in. What is filled in is never read for placeholders again. */
public final class Texts {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][a-z0-9.-]{0,60})\\}");

    private Texts() {
    }

    /** The text in that language; a placeholder that nothing fills is left empty. */
    public static String render(Desk desk, String name, Language language, Map<String, String> values) {
        var words = desk.texts().get(name);
        return words == null ? "" : fill(Typography.set(words.in(language), language), values);
    }

    /** All that a notice says in the desk's own words, in paragraphs. */
    public static String of(Desk desk, Ticket ticket, Notice notice) {
        var facts = facts(desk, ticket, notice.language());
        var texts = Stream.concat(notice.text().map(name -> new Notice.Besides(name, notice.values())).stream(), notice.besides().stream());
        return texts.map(said -> {
            var values = new HashMap<>(facts);
            values.putAll(said.values());
            return render(desk, said.text(), notice.language(), values).strip();
        }).collect(Collectors.joining("\n\n"));
    }

    static String fill(String text, Map<String, String> values) {
        return PLACEHOLDER.matcher(text).replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), "")));
    }

    /** What a ticket gives to every text: see {@link guichet.core.desk.TextUse}, and {@code input.*}, {@code field.*}. */
    public static Map<String, String> facts(Desk desk, Ticket ticket, Language language) {
        var type = desk.types().getOrDefault(ticket.type(), desk.defaultType());
        var facts = new HashMap<String, String>();
        facts.put("id", ticket.id().toString());
        facts.put("subject", ticket.subject());
        facts.put("requester", ticket.requester().display());
        facts.put("organization", ticket.organization().orElse("–"));
        facts.put("state", type.state(ticket.state()).map(State::label).map(label -> label.in(language)).orElse(ticket.state()));
        facts.put("owner", ticket.owner().map(owner -> owner.display()).orElse("–"));
        facts.put("phone", desk.phone().orElse(""));
        facts.put("desk", desk.name().in(language));
        facts.put("author", desk.name().in(language));
        facts.put("priority", label(desk.priorities().levels().get(ticket.priority()), ticket.priority(), language));
        facts.put("queue", label(Optional.ofNullable(desk.queues().get(ticket.queue())).map(Queue::label).orElse(null), ticket.queue(), language));
        facts.put("opening", desk.hours().nextOpening(ticket.lastAt()).map(at -> date(at, language, desk.hours().zone())).orElse(""));
        desk.contacts().forEach((name, contact) -> facts.put("contact." + name, contact));
        type.inputs().forEach((name, input) -> facts.put("input." + name, shown(input, ticket.inputs().get(name), language, desk)));
        type.fields().forEach((name, field) -> facts.put("field." + name, shown(field, ticket.fields().get(name), language, desk)));
        return facts;
    }

    private static String label(Words words, String otherwise, Language language) {
        return words == null ? otherwise : words.in(language);
    }

    private static String shown(guichet.core.desk.Input input, String value, Language language, Desk desk) {
        if (value == null) {
            return "";
        }
        return switch (input.kind()) {
            case CHOICE, PRIORITY -> input.choices().containsKey(value) ? input.choices().get(value).in(language) : value;
            case INSTANT -> instant(value, language, desk.hours().zone());
            case TEXT, LONG_TEXT, DATE, NUMBER, DAYS, OWNER -> value;
        };
    }

    private static String instant(String value, Language language, ZoneId zone) {
        try {
            return date(Instant.parse(value), language, zone);
        } catch (DateTimeParseException e) {
            return value;
        }
    }

    /** A day and time as a reader of that language writes it, in the desk's zone. */
    public static String date(Instant at, Language language, ZoneId zone) {
        var format = switch (language) {
            case FR -> DateTimeFormatter.ofPattern("EEEE d MMMM yyyy 'à' HH'h'mm", Locale.FRENCH);
            case EN -> DateTimeFormatter.ofPattern("EEEE d MMMM yyyy 'at' HH:mm", Locale.ENGLISH);
        };
        return format.format(at.atZone(zone));
    }
}

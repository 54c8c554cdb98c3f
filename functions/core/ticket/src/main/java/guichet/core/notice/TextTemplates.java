package guichet.core.notice;

import guichet.core.desk.Desk;
import guichet.core.desk.Language;
import guichet.core.desk.LocalizedText;
import guichet.core.desk.Queue;
import guichet.core.desk.RequestType;
import guichet.core.desk.StaffMember;
import guichet.core.desk.State;
import guichet.core.desk.State.Ask;
import guichet.core.ticket.Person;
import guichet.core.ticket.RecordedEvent;
import guichet.core.ticket.Ticket;
import guichet.core.ticket.TicketEvent.StateChanged;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A desk's texts, with their placeholders in braces filled in. What is filled in is never read for placeholders again.
 */
public final class TextTemplates {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][a-z0-9.-]{0,60})\\}");
    /**
     * In brackets, with a placeholder: what is left out, with the line that it has to itself, where one of its
     * placeholders is empty.
     */
    private static final Pattern PIECE = Pattern.compile("(?m)(^)?\\[([^\\[\\]{}]*\\{[a-z][^\\[\\]]*)\\](\\R)?");

    private static final char NO_BREAK = '\u00a0';
    private static final int MOST_DIGITS = 6;
    private static final int CENTS = 2;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(?:[.,]\\d{1,6})?");

    private TextTemplates() {}

    /** The text in that language; a placeholder that nothing fills is left empty. */
    public static String render(Desk desk, String name, Language language, Map<String, String> values) {
        var words = desk.texts().get(name);
        return words == null ? "" : fill(Typography.set(words.in(language), language), values);
    }

    /** All that a notice says in the desk's own words, in paragraphs. @param events of the command that it tells of */
    public static String of(
            Desk desk, Ticket ticket, List<RecordedEvent> events, Notice notice, Optional<String> organization) {
        var facts = facts(desk, ticket, notice.language(), organization);
        facts.putAll(given(desk, ticket, events, notice.language()));
        var texts = Stream.concat(
                notice.text().map(name -> new Notice.Besides(name, notice.values())).stream(),
                notice.besides().stream());
        return texts.map(said -> {
                    var values = new HashMap<>(facts);
                    values.putAll(said.values());
                    return render(desk, said.text(), notice.language(), values).strip();
                })
                .collect(Collectors.joining("\n\n"));
    }

    static String fill(String text, Map<String, String> values) {
        var whole = PIECE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(piece(match, values)));
        return PLACEHOLDER
                .matcher(whole)
                .replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), "")));
    }

    private static String piece(MatchResult piece, Map<String, String> values) {
        var end = Optional.ofNullable(piece.group(3)).orElse("");
        if (PLACEHOLDER
                .matcher(piece.group(2))
                .results()
                .allMatch(found -> !values.getOrDefault(found.group(1), "").isBlank())) {
            return piece.group(2) + end;
        }
        return piece.group(1) == null ? end : "";
    }

    /** Whether a text names that placeholder in any language: then it is worth looking up. */
    public static boolean asksFor(Desk desk, String name, String placeholder) {
        var words = desk.texts().get(name);
        return words != null
                && words.forms().values().stream().anyMatch(text -> text.contains("{" + placeholder + "}"));
    }

    /** What a ticket gives to every text, of its organization the id alone: a ticket knows no more. */
    public static Map<String, String> facts(Desk desk, Ticket ticket, Language language) {
        return facts(desk, ticket, language, ticket.organization());
    }

    /**
     * What a ticket gives to every text: see {@link guichet.core.desk.TextUse}, and {@code input.*}, {@code field.*}.
     *
     * @param organization its name, as the directory has it
     */
    public static Map<String, String> facts(
            Desk desk, Ticket ticket, Language language, Optional<String> organization) {
        var type = desk.types().getOrDefault(ticket.type(), desk.defaultType());
        var facts = new HashMap<String, String>();
        facts.put("id", ticket.id().toString());
        facts.put("subject", ticket.subject());
        facts.put("requester", ticket.requester().display());
        facts.put("requester.name", ticket.requester().name());
        facts.put("organization", organization.orElse(""));
        facts.put("state", state(type, ticket, language));
        facts.put("owner", ticket.owner().map(Person::display).orElse(""));
        facts.put("phone", desk.phone().orElse("").replace(' ', NO_BREAK));
        facts.put("desk", label(desk.name(), "", language));
        facts.put("author", label(desk.name(), "", language));
        facts.put("priority", label(desk.priorities().levels().get(ticket.priority()), ticket.priority(), language));
        facts.put(
                "queue",
                label(
                        Optional.ofNullable(desk.queues().get(ticket.queue()))
                                .map(Queue::label)
                                .orElse(null),
                        ticket.queue(),
                        language));
        facts.put(
                "opening",
                desk.hours()
                        .nextOpening(ticket.lastAt())
                        .map(at -> date(at, language, desk.hours().zone()))
                        .orElse(""));
        desk.contacts().forEach((name, contact) -> facts.put("contact." + name, contact));
        type.inputs()
                .forEach((name, input) ->
                        facts.put("input." + name, shown(input, ticket.inputs().get(name), language, desk)));
        type.fields()
                .forEach((name, field) ->
                        facts.put("field." + name, shown(field, ticket.fields().get(name), language, desk)));
        return facts;
    }

    /**
     * Inputs stay on a ticket for good; these came with the change of state that is told of, or without one belong to
     * the state that it is in.
     */
    private static Map<String, String> given(Desk desk, Ticket ticket, List<RecordedEvent> events, Language language) {
        var type = desk.types().getOrDefault(ticket.type(), desk.defaultType());
        var changes = events.stream()
                .map(RecordedEvent::event)
                .filter(StateChanged.class::isInstance)
                .map(event -> ((StateChanged) event).inputs())
                .toList();
        var inputs = new HashMap<String, String>();
        if (changes.isEmpty()) {
            type.state(ticket.state()).stream()
                    .flatMap(state -> state.asks().stream())
                    .map(Ask::input)
                    .filter(ticket.inputs()::containsKey)
                    .forEach(name -> inputs.put(name, ticket.inputs().get(name)));
        }
        changes.forEach(inputs::putAll);
        var given = new HashMap<String, String>();
        inputs.forEach((name, value) -> Optional.ofNullable(type.inputs().get(name))
                .ifPresent(input -> given.put("given." + name, shown(input, value, language, desk))));
        return given;
    }

    /** A ticket that was merged into another keeps its state, and goes on there. */
    private static String state(RequestType type, Ticket ticket, Language language) {
        return ticket.mergedInto()
                .map(survivor -> NoticeWords.CONTINUED.with(survivor).in(language))
                .orElseGet(() ->
                        label(type.state(ticket.state()).map(State::label).orElse(null), ticket.state(), language));
    }

    /** A desk file's own words as they are set; {@code otherwise} where it has none, which is shown as it stands. */
    public static String label(LocalizedText words, String otherwise, Language language) {
        return words == null ? otherwise : Typography.set(words.in(language), language);
    }

    /**
     * An input or field as people read it: choices and people by their names, dates and amounts as the language writes
     * them.
     */
    public static String shown(guichet.core.desk.Input input, String value, Language language, Desk desk) {
        if (value == null) {
            return "";
        }
        return switch (input.kind()) {
            case CHOICE, PRIORITY -> label(input.choices().get(value), value, language);
            case INSTANT -> instant(value, language, desk.hours().zone());
            case DATE -> day(value, language);
            case NUMBER -> number(value, language);
            case AMOUNT -> amount(value, language);
            case OWNER -> desk.staffMember(value).map(StaffMember::name).orElse(value);
            case TEXT, LONG_TEXT, DAYS -> value;
        };
    }

    private static String instant(String value, Language language, ZoneId zone) {
        try {
            return date(Instant.parse(value), language, zone);
        } catch (DateTimeParseException e) {
            return value;
        }
    }

    private static String day(String value, Language language) {
        try {
            return day(LocalDate.parse(value), language);
        } catch (DateTimeParseException e) {
            return value;
        }
    }

    static String number(String value, Language language) {
        return number(value, language, 0, MOST_DIGITS);
    }

    static String amount(String value, Language language) {
        return number(value, language, CENTS, CENTS);
    }

    private static String number(String value, Language language, int fewest, int most) {
        if (!NUMBER.matcher(value).matches()) {
            return value;
        }
        var format = NumberFormat.getInstance(language.locale());
        format.setRoundingMode(RoundingMode.HALF_UP);
        format.setMinimumFractionDigits(fewest);
        format.setMaximumFractionDigits(most);
        return format.format(new BigDecimal(value.replace(',', '.')));
    }

    /**
     * A day and time as a reader of that language writes it, in the desk's zone; a full hour in French without its
     * minutes. Readers of French take a time for that of France, and those of English for their own: where it is
     * another, the zone is named.
     */
    public static String date(Instant at, Language language, ZoneId zone) {
        var local = at.atZone(zone);
        var day = day(local.toLocalDate(), language);
        var time = format(
                local.getMinute() == 0 ? NoticeWords.TIME_FULL_HOUR_PATTERN : NoticeWords.TIME_PATTERN,
                local,
                language);
        return (isHome(local, language)
                        ? NoticeWords.MOMENT.with(day, time)
                        : NoticeWords.MOMENT_ELSEWHERE.with(day, time, zone(zone, language)))
                .in(language);
    }

    private static boolean isHome(ZonedDateTime local, Language language) {
        var home = NoticeWords.HOME_ZONE.in(language);
        return !home.equals("none")
                && local.getOffset().equals(ZoneId.of(home).getRules().getOffset(local.toInstant()));
    }

    private static String zone(ZoneId zone, Language language) {
        if (NoticeWords.ZONE_NAMED_BY.in(language).equals("name")) {
            return Typography.set(zone.getDisplayName(TextStyle.FULL, language.locale()), language);
        }
        var place = zone.getId().substring(zone.getId().lastIndexOf('/') + 1).replace('_', ' ');
        return zone.getId().startsWith("Etc/") || place.equals(zone.getId())
                ? place
                : NoticeWords.ZONE_PLACE.with(place).in(language);
    }

    private static String day(LocalDate day, Language language) {
        return format(
                day.getDayOfMonth() == 1 ? NoticeWords.DAY_FIRST_PATTERN : NoticeWords.DAY_PATTERN, day, language);
    }

    private static String format(LocalizedText pattern, TemporalAccessor time, Language language) {
        return DateTimeFormatter.ofPattern(pattern.in(language), language.locale())
                .format(time);
    }
}

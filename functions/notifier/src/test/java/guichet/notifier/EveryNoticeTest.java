package guichet.notifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.desk.Language;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every mail that the five desks' rules can ask for, in both languages, as their readers get it. It is left under
 * {@code target/mails}, with an index, for whoever wants to look at it in a browser.
 */
@QuarkusTest
class EveryNoticeTest {
    static final List<String> DESKS = List.of("cloud", "conseil", "daj", "divalto", "logeas");
    private static final Path FOLDER = Path.of("target/mails");
    /** What good French does not have; the address of a link is no French. */
    private static final List<Pattern> BAD_FRENCH = List.of(
            Pattern.compile("(?<!\\u202f)[;!?](?=\\s|$)"),
            Pattern.compile("(?<!\\u00a0):(?=\\s|$)"),
            Pattern.compile("«(?!\\u00a0)"),
            Pattern.compile("(?<!\\u00a0)»"),
            Pattern.compile("'"),
            Pattern.compile("\\.\\.\\."),
            Pattern.compile("\\d [h€%]"),
            Pattern.compile(" [,.](?!\\w)"),
            Pattern.compile("\\S {2,}\\S"),
            Pattern.compile("[“”]"));

    private static final Pattern FRENCH_WORDS =
            Pattern.compile("(?i)\\b(?:votre|nous|demande|pour|répondez|vous|est|une|le|réponse)\\b");
    /** How mails say that they can be answered. */
    private static final Pattern INVITATION =
            Pattern.compile("(?i)\\brépond(?:ez|re)\\b|réponse à ce message|\\breply\\b");

    private static final Pattern CLOSED = Pattern.compile("(?i)\\b(?:close[ds]?|closing|ferm(?:ée|ons))\\b");
    /** What a Frenchman says in English. */
    private static final Pattern GALLICISMS =
            Pattern.compile("(?i)taken? .{0,20}in charge|qualified|(?:by|this) mail\\b");

    private static final Pattern ENGLISH_WORDS =
            Pattern.compile("(?i)\\b(?:your|we|request|please|the|reply|you|with|mail to|answer)\\b");

    @ParameterizedTest
    @ValueSource(strings = {"cloud", "conseil", "daj", "divalto", "logeas"})
    void french_mails_are_set_as_french_is(String desk) throws IOException {
        for (var mail : SampleNotices.of(desk, Language.FR)) {
            var text = NoticeTemplates.text(mail.content()).render();
            keep(desk, mail, text);
            var ours =
                    text.replaceAll("https?://\\S+|[\\w.+-]+@[\\w.-]+\\w", "…").replaceFirst("(?m)^-- $", "");
            for (var bad : BAD_FRENCH) {
                var found = bad.matcher(ours);
                assertFalse(
                        found.find(),
                        () -> desk + " " + mail.name() + ": " + bad + " near “" + around(ours, found.start()) + "” in\n"
                                + text);
            }
            assertFalse(ENGLISH_WORDS.matcher(ours).find(), desk + " " + mail.name() + " is not all French:\n" + text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cloud", "conseil", "daj", "divalto", "logeas"})
    void english_mails_are_english(String desk) throws IOException {
        for (var mail : SampleNotices.of(desk, Language.EN)) {
            var text = NoticeTemplates.text(mail.content()).render();
            keep(desk, mail, text);
            var ours = text.replaceAll("https?://\\S+|[\\w.+-]+@[\\w.-]+\\w", "…");
            assertFalse(FRENCH_WORDS.matcher(ours).find(), desk + " " + mail.name() + " is not all English:\n" + text);
            assertFalse(
                    GALLICISMS.matcher(ours).find()
                            || ours.contains("«")
                            || ours.contains("\u202f")
                            || Pattern.compile("\\s[;!?:]").matcher(ours).find(),
                    desk + " " + mail.name() + ":\n" + text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cloud", "conseil", "daj", "divalto", "logeas"})
    void no_placeholder_is_left_or_left_empty(String desk) {
        for (var language : Language.values()) {
            for (var mail : SampleNotices.of(desk, language)) {
                assertEquals(List.of(), mail.unfilled(), desk + " " + mail.name());
                var text = NoticeTemplates.text(mail.content()).render()
                        + NoticeTemplates.html(mail.content()).render();
                assertFalse(Pattern.compile("\\{[a-z.-]+}").matcher(text).find(), text);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cloud", "conseil", "daj", "divalto", "logeas"})
    void nothing_is_said_twice(String desk) {
        for (var language : Language.values()) {
            for (var mail : SampleNotices.of(desk, language)) {
                var text = NoticeTemplates.text(mail.content()).render();
                assertTrue(mail.staff() || INVITATION.matcher(text).results().count() <= 1, text);
                var label = mail.content().desk();
                assertEquals(1, text.split(Pattern.quote(label), -1).length - 1, text);
                if (mail.name().startsWith("automatique")) {
                    assertTrue(CLOSED.matcher(before(text, "-- ")).results().count() <= 1, text);
                }
                if (mail.name().startsWith("message-client")
                        || mail.name().startsWith("reponse-client")
                        || mail.name().startsWith("echange")) {
                    assertEquals(
                            List.of(),
                            mail.content().messages().stream()
                                    .flatMap(said -> said.by().stream())
                                    .toList());
                    assertEquals(1, mail.content().intro().size(), text);
                }
            }
        }
    }

    @Test
    void the_closing_by_the_robot_is_a_mail_of_the_desks_own_words() {
        var mail = SampleNotices.of("conseil", Language.FR).stream()
                .filter(each -> each.name().startsWith("automatique"))
                .findFirst()
                .orElseThrow();
        assertEquals("Fermée", mail.content().state());
        assertEquals(
                List.of(
                        new Paragraph(
                                "Sans nouvelles de votre part depuis dix jours, nous fermons cette demande. Répondez à ce message pour la rouvrir.")),
                mail.content().intro());
        assertEquals(List.of(), mail.content().messages());
    }

    @Test
    void of_a_requester_who_cannot_be_reached_it_is_not_said_that_an_answer_reaches_them() {
        for (var desk : DESKS) {
            var mail = named(desk, Language.FR, "injoignable-agent-fr");
            assertFalse(mail.contains("Répondez à ce message"), mail);
            assertTrue(mail.contains("joignable par mail\u00a0: appelez-le."), mail);
            assertTrue(named(desk, Language.EN, "injoignable-agent-en").contains("by email: phone them."));
        }
    }

    @Test
    void a_merged_request_leads_to_the_one_that_goes_on_and_shows_no_open_state() {
        var mail = named("logeas", Language.FR, "fusion-client-fr");
        assertTrue(
                mail.contains("https://portail.example/tickets/logeas-12\n") && !mail.contains("tickets/logeas-88"),
                mail);
        assertTrue(mail.contains("logeas-88 · suite dans logeas-12\n") && !mail.contains("Nouveau"), mail);
    }

    @Test
    void the_foot_stands_apart_from_the_address_above_it() {
        var mail = named("divalto", Language.EN, "accuse-client-en");
        assertTrue(
                mail.contains(
                        "https://portail.example/tickets/divalto-88\n\n+33\u00a03\u00a088\u00a064\u00a050\u00a050 · Any difficulty?"),
                mail);
    }

    private static String named(String desk, Language language, String name) {
        var mail = SampleNotices.of(desk, language).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        return NoticeTemplates.text(mail.content()).render();
    }

    private static String before(String text, String mark) {
        return text.substring(0, text.indexOf("\n" + mark));
    }

    @Test
    void an_organization_is_called_by_its_name() {
        var mail = SampleNotices.of("conseil", Language.FR).stream()
                .filter(each -> each.name().startsWith("nouvelle"))
                .findFirst()
                .orElseThrow();
        assertTrue(
                NoticeTemplates.text(mail.content()).render().contains("(Société Durand & Fils)"),
                NoticeTemplates.text(mail.content()).render());
        assertTrue(NoticeTemplates.html(mail.content()).render().contains("(Société Durand &amp; Fils)"));
    }

    @Test
    void the_foot_of_a_desk_stands_below_mails_to_customers_and_no_other() {
        for (var mail : SampleNotices.of("divalto", Language.FR)) {
            var html = NoticeTemplates.html(mail.content()).render();
            assertEquals(!mail.staff(), html.contains("Une difficulté"), mail.name());
        }
    }

    @Test
    void every_mail_stands_in_an_index_to_look_at() throws IOException {
        var rows = new ArrayList<String>();
        for (var desk : DESKS) {
            for (var language : Language.values()) {
                for (var mail : SampleNotices.of(desk, language)) {
                    keep(desk, mail, NoticeTemplates.text(mail.content()).render());
                    rows.add("<section><h2>" + desk + " / " + mail.name() + "</h2><iframe src=\"" + desk + "/"
                            + mail.name() + ".html\"></iframe></section>");
                }
            }
        }
        Files.writeString(
                FOLDER.resolve("index.html"),
                "<!doctype html><meta charset=utf-8><meta name=color-scheme content=\"light dark\"><title>Notices</title>"
                        + "<style>body{display:grid;grid-template-columns:repeat(auto-fill,480px);gap:12px;font:13px sans-serif}h2{font-size:13px;margin:0}iframe{width:476px;height:330px;border:1px solid #888}</style>"
                        + String.join("\n", rows));
        assertTrue(rows.size() > 100, rows.size() + " mails");
    }

    private static void keep(String desk, SampleNotices.Sample mail, String text) throws IOException {
        var folder = Files.createDirectories(FOLDER.resolve(desk));
        Files.writeString(folder.resolve(mail.name() + ".txt"), text);
        Files.writeString(
                folder.resolve(mail.name() + ".html"),
                NoticeTemplates.html(mail.content()).render());
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 20), Math.min(text.length(), at + 20))
                .replace('\n', '⏎');
    }
}

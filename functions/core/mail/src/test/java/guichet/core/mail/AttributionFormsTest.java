package guichet.core.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beginnings of history of clients that leave something out, or write it in another order. */
class AttributionFormsTest {
    private static void is(String visible, String body) {
        assertEquals(visible, Mails.reply(body).visible());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nadia via Guichet <support@cloud.example> schrieb:\n",
                "nadia via guichet <support@cloud.example> schrieb:\n",
                "Nadia Klein via Guichet\n<support@cloud.example> schrieb:\n\n",
                "Nadia via Guichet <support@cloud.example> a écrit :\n",
                "Nadia via Guichet <support@cloud.example>:\n",
                "Am 02.03.26 um 09:15 schrieb Guichet:\n",
            })
    void an_attribution_without_a_whole_date_is_one_above_a_quotation(String attribution) {
        is("Danke, geht.", "Danke, geht.\n" + attribution + "> Geht es wieder?\n> Nadia\n");
        is("Danke, geht.", "Danke, geht.\n\n" + attribution + "> Geht es?\n");
        is(
                "> Geht es?\nJa.\n> Auch der Druck?\nAuch der.",
                "> Geht es?\nJa.\n> Auch der Druck?\nAuch der.\n\n" + attribution + "> Wo genau?\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "09:10, 2 mars 2026 г., \"Guichet\" <support@cloud.example>:",
                "09:10, 2 марта 2026 г., Guichet <support@cloud.example>:",
                "09:10, 2 March 2026, Guichet\n<support@cloud.example>:",
                "02.03.2026, 09:10, \"Guichet\" <support@cloud.example>:",
                "2 марта 2026, 09:10, support@cloud.example:",
                "Guichet <support@cloud.example> schrieb am Mo., 2. März 2026\num 09:15 Uhr:",
                "Guichet <support@cloud.example> schrieb am Di. 3. März\n2026 um 9:05:",
                "Guichet Cloud schrieb am Mo., 2. März 2026\num 09:15 Uhr:",
                "Am 02.03.26 um 09:15 schrieb Guichet:",
                "Da: Guichet Cloud\nInviato: lunedì 2 marzo 2026 10:00\nA: Alice Martin\nOggetto: Stampante",
                "Da: Guichet Cloud\nInviato: lunedì 2 marzo 2026\nA: Alice Martin\nOggetto: Stampante",
                "Da: Guichet Cloud\nData: 2 marzo 2026 10:00\nA: Alice Martin\nOggetto: Stampante",
                "Da: Guichet Cloud\nOggetto: Stampante\nData: 2 marzo 2026 alle ore 10:00:00 CET\nA: Alice Martin",
                "*Da:* Guichet Cloud\n*Data:* lun 2 marzo 2026 10.00\n*A:* Alice\n*Cc:* Paolo\n*Oggetto:* R: Stampante",
                "De : Guichet\nDate : lundi 2 mars 2026 10:00\nÀ : Alice Martin\nObjet : Imprimante",
            })
    void history_without_marks_ends_the_reply_above(String beginning) {
        is("Oui, merci.", "Oui, merci.\n\n" + beginning + "\n\nEst-ce encore lent ?\n");
        is("Oui, merci.", "Oui, merci.\n\n" + beginning + "\n> Est-ce encore lent ?\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "De : Paris\nÀ : Lyon\nDate : 3 mars 2026 10:00\nObjet : salon",
                "Da: Milano\nA: Roma\nData: martedì 3 marzo 2026 10:00\nOggetto: fiera",
                "Da: Milano\nData: 03/03/2026 10:00\nA: Roma\nOggetto: fiera",
                "2026-03-02 10:00 mail sent to ana@x.example:",
                "Unser Kunde schrieb am 2. März 2026 um 09:15 Uhr:",
                "09:10, 2 serveurs redémarrés, 1 en panne :",
            })
    void what_a_person_writes_in_such_words_is_kept(String words) {
        var body = "Voici notre demande.\n\n" + words + "\n\nMerci de la traiter.";
        is(body, body);
    }

    @Test
    void names_and_addresses_without_a_quotation_begin_no_history() {
        var body = "À prévenir aussi :\n\nNadia via Guichet <nadia@cloud.example>:\n\nelle est au dépôt.";
        is(body, body);
    }
}

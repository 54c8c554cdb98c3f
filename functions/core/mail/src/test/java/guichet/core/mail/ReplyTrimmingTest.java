package guichet.core.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTrimmingTest {

    private static void leaves(String visible, String body) {
        IncomingMail mail = Mails.reply(body);
        assertEquals(visible, mail.visible());
        assertTrue(body.equals(visible) || !mail.quoted().isBlank(), "what was folded stays at hand");
    }

    @Test
    void a_reply_from_outlook_in_french_ends_at_its_header_block() {
        leaves("Toujours lent ce matin.\n\nCordialement,\nAlice", """
                Toujours lent ce matin.

                Cordialement,
                Alice

                De : Support Cloud <support@cloud.example>
                Envoyé : lundi 2 mars 2026 10:00
                À : Alice Martin <alice@acme.example>
                Objet : [cloud-88] Jira est lent

                Nous regardons.
                """);
    }

    @Test
    void a_reply_from_outlook_in_english_ends_at_its_rule_and_header_block() {
        leaves("Still slow.", """
                Still slow.

                ________________________________
                From: Support <support@cloud.example>
                Sent: Monday, March 2, 2026 10:00 AM
                To: Alice Martin
                Subject: [cloud-88] Jira is slow

                We are looking into it.
                """);
    }

    @Test
    void an_older_outlook_says_original_message() {
        leaves("Merci, c'est réglé.", """
                Merci, c'est réglé.

                -----Message d'origine-----
                De : Support [mailto:support@cloud.example]
                Envoyé : lundi 2 mars 2026 10:00
                À : Alice
                Objet : Jira

                Est-ce réglé ?
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Le lun. 2 mars 2026 à 10:00, Support Cloud <support@cloud.example> a écrit :",
                "Le 2 mars 2026 à 10:00, Support Cloud <support@cloud.example> a écrit :",
                "Le 02/03/2026 à 10:00, Support Cloud a écrit :",
                "On Mon, Mar 2, 2026 at 10:00 AM Support Cloud <support@cloud.example> wrote:",
                "On 2 Mar 2026, at 10:00, Support Cloud <support@cloud.example> wrote:",
                "On 02/03/2026 10:00, Support Cloud wrote:",
                "Am Mo., 2. März 2026 um 10:00 Uhr schrieb Support Cloud <support@cloud.example>:",
                "Support Cloud <support@cloud.example> schrieb am Mo., 2. März 2026, 10:00:",
                "El lun, 2 mar 2026 a las 10:00, Support Cloud (<support@cloud.example>) escribió:",
                "Il giorno lun 2 mar 2026 alle ore 10:00 Support Cloud <support@cloud.example> ha scritto:",
                "Op ma 2 mrt 2026 om 10:00 schreef Support Cloud <support@cloud.example>:",
                "Em seg., 2 de mar. de 2026 às 10:00, Support Cloud <support@cloud.example> escreveu:",
                "pon., 2 mar 2026 o 10:00 Support Cloud <support@cloud.example> napisał(a):",
                "Den mån 2 mars 2026 kl 10:00 skrev Support Cloud <support@cloud.example>:",
                "man. 2. mars 2026 kl. 10:00 skrev Support Cloud <support@cloud.example>:",
                "ma 2. maalisk. 2026 klo 10.00 Support Cloud (support@cloud.example) kirjoitti:",
                "po 2. 3. 2026 v 10:00 odesílatel Support Cloud <support@cloud.example> napsal:",
                "Support Cloud <support@cloud.example> ezt írta (időpont: 2026. márc. 2., H, 10:00):",
                "пн, 2 мар. 2026 г. в 10:00, Support Cloud <support@cloud.example>:",
                "Понедельник, 2 марта 2026, 10:00 +03:00 от Support Cloud <support@cloud.example>:",
                "2 марта 2026 г., 10:00 пользователь Support Cloud <support@cloud.example> написал:",
                "Support Cloud <support@cloud.example>, 2 Mar 2026 Pzt, 10:00 tarihinde şunu yazdı:",
                "Support Cloud <support@cloud.example> 于2026年3月2日周一 10:00写道：",
                "在 2026年3月2日，上午10:00，Support Cloud <support@cloud.example> 写道：",
                "2026年3月2日(月) 10:00 Support Cloud <support@cloud.example>:",
                "2026년 3월 2일 (월) 오전 10:00, Support Cloud <support@cloud.example>님이 작성:",
                "2026-03-02 10:00 GMT+01:00 Support Cloud <support@cloud.example>:",
                "--- On Mon, 3/2/26, Support Cloud <support@cloud.example> wrote:",
                "Support Cloud wrote:",
            })
    void the_sentence_above_a_quotation_is_known_in_many_languages(String sentence) {
        leaves("Voilà.", "Voilà.\n\n" + sentence + "\n\n> Est-ce réglé ?\n> Le support\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Le lun. 2 mars 2026 à 10:00, Support Cloud <support@cloud.example> a écrit :",
                "On Mon, Mar 2, 2026 at 10:00 AM Support Cloud <support@cloud.example> wrote:",
                "Am 02.03.2026 um 10:00 schrieb Support Cloud <support@cloud.example>:",
                "Op 2 mrt. 2026 om 10:00 heeft Support Cloud <support@cloud.example> het volgende geschreven:",
                "Den 2. mar. 2026 kl. 10.00 skrev Support Cloud <support@cloud.example>:",
                "Support Cloud <support@cloud.example> wrote:",
                "Support Cloud <support@cloud.example> schrieb am Mo., 2. März 2026, 10:00:",
                "Le 02/03/2026 à 10:00, Service Client a écrit :",
                "Am Montag, 2. März 2026, 10:00:33 CET schrieb Support Cloud:",
                "пн, 2 мар. 2026 г. в 10:00, Support Cloud <support@cloud.example>:",
                "Support Cloud <support@cloud.example>, 2 Mar 2026 Pzt, 10:00 tarihinde şunu yazdı:",
                "---- On Mon, 02 Mar 2026 10:00:33 +0100 Support Cloud <support@cloud.example> wrote ----",
                "\u202Bבתאריך יום ב׳, 2 במרץ 2026 ב-10:00 מאת \u2068Support Cloud\u2069\u200F <\u202Asupport@cloud.example\u202C\u200F>:\u202C",
            })
    void what_follows_it_is_history_even_without_marks(String sentence) {
        leaves("Voilà.", "Voilà.\n\n" + sentence + "\n\nEst-ce réglé ?\nLe support\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "----- Le 2 Mar 26, à 10:00, Support Cloud <support@cloud.example> a écrit :",
                "----- On 2 Mar, 2026, at 10:00, Support Cloud <support@cloud.example> wrote:",
                "----- On 2 Mar, 2026, at 10:00, Support Cloud support@cloud.example wrote:",
                "---- On Mon, 2 Mar 2026 10:00:00 +0100 Support <support@cloud.example> wrote ----",
            })
    void dashes_may_stand_before_the_sentence(String sentence) {
        leaves("Merci, c'est vu.", "Merci, c'est vu.\n\n" + sentence + "\n\n> Bonjour\n");
        leaves("Merci, c'est vu.", "Merci, c'est vu.\n\n" + sentence + "\nBonjour, avez-vous vu le message ?\n");
    }

    @Test
    void yahoo_on_a_phone_puts_both_on_one_line() {
        leaves(
                "Non.",
                "Non.\n\n  On Mon, Mar 2, 2026 at 10:00, Support<support@cloud.example> wrote:   Hello Alice,\n\nis it fixed?\nSupport\n");
    }

    @Test
    void a_sentence_that_the_client_wrapped_is_one_sentence() {
        leaves("Merci !", """
                Merci !

                Le lun. 2 mars 2026 à 10:00, Support du nuage de la société <
                support@cloud.example> a écrit :

                > Est-ce réglé ?
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "De : X <x@a.example>\nEnvoyé : lundi 2 mars 2026 10:00\nÀ : Y\nObjet : Z",
                "From: X <x@a.example>\nSent: Monday, March 2, 2026 10:00\nTo: Y\nSubject: Z",
                "Von: X <x@a.example>\nGesendet: Montag, 2. März 2026 10:00\nAn: Y\nBetreff: Z",
                "De: X <x@a.example>\nEnviado el: lunes, 2 de marzo de 2026 10:00\nPara: Y\nAsunto: Z",
                "Da: X <x@a.example>\nInviato: lunedì 2 marzo 2026 10:00\nA: Y\nOggetto: Z",
                "Van: X <x@a.example>\nVerzonden: maandag 2 maart 2026 10:00\nAan: Y\nOnderwerp: Z",
                "De: X <x@a.example>\nEnviada em: segunda-feira, 2 de março de 2026 10:00\nPara: Y\nAssunto: Z",
                "Från: X <x@a.example>\nSkickat: den 2 mars 2026 10:00\nTill: Y\nÄmne: Z",
                "Fra: X <x@a.example>\nSendt: 2. mars 2026 10:00\nTil: Y\nEmne: Z",
                "Lähettäjä: X <x@a.example>\nLähetetty: maanantai 2. maaliskuuta 2026 10.00\nVastaanottaja: Y\nAihe: Z",
                "Od: X <x@a.example>\nWysłano: poniedziałek, 2 marca 2026 10:00\nDo: Y\nTemat: Z",
                "От: X <x@a.example>\nОтправлено: 2 марта 2026 г. 10:00\nКому: Y\nТема: Z",
                "发件人: X <x@a.example>\n发送时间: 2026年3月2日 10:00\n收件人: Y\n主题: Z",
                "差出人: X <x@a.example>\n送信日時: 2026年3月2日 10:00\n宛先: Y\n件名: Z",
                "*From:* X <x@a.example>\n*Date:* Mon, 2 Mar 2026 10:00\n*To:* Y\n*Subject:* Z",
                "De : X <x@a.example>\n\nEnvoyé : lundi 2 mars 2026 10:00\n\nÀ : Y\n\nObjet : Z",
                "Από: X <x@a.example>\nΣτάλθηκε: Δευτέρα, 2 Μαρτίου 2026 10:00\nΠρος: Y\nΘέμα: Z",
                "De : X <x@a.example>\nNosūtīts: 2026. gada 2. marts 10:00\nÀ : Y\nObjet : Z",
                "De : X\nEnvoyé : lundi 2 mars 2026 10:00\nÀ : Y\nObjet : Z",
                "From: X <x@a.example>\nSent: Monday, March 2, 2026 10:00\nTo: Y\nSubject: Z\nSensitivity: Private",
                "De : X <x@a.example> Envoyé : lundi 2 mars 2026 10:00 À : Y Objet : RE: Z",
                "Od: X <x@a.example>\nWysłano: poniedziałek, 2 marca 2026 10:00\nDo: Y\nDW: Biuro\nTemat: Z",
                "Da: X <x@a.example>\nInviato: lunedì 2 marzo 2026 10:00\nA: Y\nOggetto: Z\nPriorità: Alta",
                "Van: X <x@a.example>\nVerzonden: maandag 2 maart 2026 10:00\nAan: Y\nOnderwerp: Z\nUrgentie: Hoog",
                "Från: X <x@a.example>\nSkickat: den 2 mars 2026 10:00\nTill: Y\nÄmne: Z\nPrioritet: Hög",
                "De: X <x@a.example>\nEnviado el: lunes, 2 de marzo de 2026 10:00\nPara: Y\nAsunto: Z\nImportancia: Alta",
                "Lähettäjä: X <x@a.example>\nLähetetty: maanantai 2. maaliskuuta 2026 10.00\nVastaanottaja: Y\nAihe: Z\nTärkeys: Suuri",
                "From: X <x@a.example>\nSent: Monday, March 2, 2026 10:00\nTo: Y\nSubject: Z\nSvarīgums: Augsta",
                "From: X <x@a.example>\nSent: Monday, March 2, 2026 10:00\nTo: Y\nLabelled: Internal\nSubject: Z",
                "Message du : 02/03/2026 10:00\nDe : X <x@a.example>\nÀ : Y\nCopie à :\nSujet : Z",
                "========================================\n\nMessage du : 02/03/2026 10:00\nDe : X <x@a.example>\nÀ : Y\nCopie à :\nSujet : Z",
            })
    void a_header_block_starts_history_in_many_languages(String block) {
        leaves("Voilà.\n\nAlice", "Voilà.\n\nAlice\n\n" + block + "\n\nEst-ce réglé ?\n");
    }

    @Test
    void zimbra_says_mail_original() {
        leaves("Bonjour,\nc'est bon.", """
                Bonjour,
                c'est bon.

                ----- Mail original -----
                De: "Support" <support@cloud.example>
                À: "Alice" <alice@acme.example>
                Envoyé: Lundi 2 Mars 2026 10:00:00
                Objet: Jira

                Est-ce bon ?
                """);
    }

    @Test
    void orange_quotes_its_headers_too() {
        leaves("Oui, merci.", """
                Oui, merci.




                > Message du 02/03/26 10:00
                > De : "Support" <support@cloud.example>
                > A : alice@acme.example
                > Copie à :\s
                > Objet : Jira
                >
                > Est-ce bon ?
                """);
    }

    @Test
    void sfr_names_sender_and_recipient_below_its_separator() {
        leaves("Oui.", """
                Oui.

                ========================================
                De : "Support" <support@cloud.example>
                Date : 02/03/2026 à 10:00
                À : alice@acme.example
                Objet : Jira
                ========================================

                Est-ce bon ?
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Envoyé depuis l'application Mail La Poste",
                "Inviato da Libero Mail",
                "Gesendet mit der GMX Mail App",
                "Gesendet mit der Telekom Mail App",
                "Envoyé avec l'application Mail de Bouygues Telecom",
                "Envoyé depuis l'application Free Mail",
                "Gesendet mit die WEB.DE Mail App",
                "Envoyé de mon iPhone",
                "Sent from my iPhone",
                "Envoyé depuis mon mobile Orange",
                "Envoyé à partir de Outlook pour Android",
                "Von meinem iPhone gesendet",
                "Enviado desde mi iPhone",
                "Inviato da iPhone",
                "Verstuurd vanaf mijn iPhone",
                "Sendt fra min iPhone",
                "Skickat från min iPhone",
                "Lähetetty iPhonesta",
                "Wysłane z iPhone'a",
                "Отправлено с iPhone",
                "发自我的iPhone",
                "iPhoneから送信",
                "Get Outlook for iOS<https://aka.ms/o0ukef>",
                "Télécharger Outlook pour Android",
                "Provenance : Courrier pour Windows",
                "나의 iPhone에서 보냄",
                "Odesláno z iPhonu",
                "Sent from Mailspring, the best free email app for work",
                "Envoyé avec la messagerie sécurisée Proton Mail.",
                "Sent with [Proton Mail](https://proton.me/) secure email.",
                "Sent via the Samsung Galaxy S24, an AT&T 5G smartphone",
                "Diese Nachricht wurde von meinem Android Mobiltelefon mit WEB.DE Mail gesendet.",
                "Envoyé depuis mon smartphone Samsung Galaxy.",
                "Enviado desde Yahoo Mail para iPhone",
                "<https://www.avast.com/sig-email?x=1>\nVirus-free.www.avast.com\n<https://www.avast.com/sig-email?x=1>\n<#DAB4FAD8-2DD7-40BB-A1B8-4E2AA1F9FDF2>"
            })
    void what_a_phone_appends_is_folded(String advertisement) {
        leaves("OK pour moi", "OK pour moi\n\n" + advertisement + "\n");
        leaves(
                "OK pour moi",
                "OK pour moi\n\n" + advertisement
                        + "\n\nLe 2 mars 2026 à 10:00, S <s@cloud.example> a écrit :\n\nBonjour\n");
    }

    @Test
    void a_sentence_that_only_begins_like_an_advertisement_stays() {
        leaves(
                "Envoyé de mon bureau hier, le fichier n'est pas arrivé.\nPouvez-vous regarder ?",
                "Envoyé de mon bureau hier, le fichier n'est pas arrivé.\nPouvez-vous regarder ?");
    }

    @Test
    void a_signature_behind_two_dashes_is_folded() {
        leaves("Bonjour,\nça marche.", "Bonjour,\nça marche.\n\n-- \nAlice Martin\nAcme\n01 02 03 04 05\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--\nAlice Martin | Acme SA\n12 rue de Rome\nTél. 01 02 03 04 05\nwww.acme.example",
                "--\nBest regards,\nAlice",
                "---\nAlice Martin",
                "--\nAnything goes: it is only a signature.\nI write what I like in it.\nFingerprint: FEC2 57F1 D465 EB15 5D6E  7C11 332A 551C 796C 9F04",
                "_______________________________________________\nusers mailing list\nusers@lists.example\nhttps://lists.example/listinfo/users",
                "----------\nThis e-mail has been checked for viruses by Avast antivirus software.\nwww.avast.com",
                "----------\nCe message et ses pièces jointes sont confidentiels. Si vous n'en êtes pas le destinataire, merci de le détruire.",
            })
    void so_is_one_behind_other_dashes_where_it_looks_like_one(String signature) {
        leaves("Bonjour,\nça marche.", "Bonjour,\nça marche.\n\n" + signature + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cordialement,\nLuc\n__________________________________________\nLuc MOREAU\nResponsable informatique\nACME SAS - 12 rue des Lilas, 69003 Lyon\nTél. : 04 72 00 00 00\nwww.acme.example",
                "Cordialement,\nLuc Moreau\n------------------------------\nLuc Moreau\nResponsable informatique\nTél : 04 72 00 00 00",
                "Thanks,\nLuc\n\n==============================\n\nLuc Moreau\nAccounts Payable\nAcme Ltd",
                "Viele Grüße\nLuc\n——————————\nLuc Moreau\nAcme GmbH, Geschäftsführer: Luc Moreau, HRB 1234",
                "Luc\n_____\nLuc Moreau | Acme | 04 72 00 00 00",
                "Cordialement,\n__________\nLuc Moreau | Responsable achats\nluc@acme.example",
                "Bien cordialement,\nLuc Moreau\n_____________________________\nLUC MOREAU | Responsable achats\nACME | 1 place de la Gare, 67000 Strasbourg\nP Pensez à l'environnement avant d'imprimer ce message",
                "Regards,\nLuc\n__________\nLuc Moreau\nAcme Ltd\nPlease consider the environment before printing this e-mail or any of its attachments.",
            })
    void a_long_rule_starts_a_signature_where_the_author_has_signed_above(String closing) {
        String signed = closing.split("\\n+[_=—-]{5,}\\n")[0];
        leaves("Bonjour, merci.\n\n" + signed, "Bonjour, merci.\n\n" + closing + "\n");
        leaves(
                "Bonjour, merci.\n\n" + signed,
                "Bonjour, merci.\n\n" + closing
                        + "\n\nLe 2 mars 2026 à 10:00, S <s@cloud.example> a écrit :\n\nBonjour\n");
    }

    @Test
    void so_does_a_rule_of_html() {
        IncomingMail mail = Mails.htmlReply(
                "<p>Bonjour, merci.</p><p>Cordialement,<br>Luc</p><hr><p>Luc Moreau<br>Responsable informatique<br>Tél : 04 72 00 00 00</p>");
        assertEquals("Bonjour, merci.\n\nCordialement,\nLuc", mail.visible());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--\nLuc Moreau | Acme | 04 72 00 00 00",
                "--\nLuc Moreau | Tél : 04 72 00 00 00 | luc@acme.example",
                "---\nLUC MOREAU | Responsable achats\nAcme",
                "--\nLuc Moreau\nPensez à l’environnement avant d’imprimer ce message !",
            })
    void a_signature_may_begin_with_a_name_and_what_stands_behind_a_bar(String signature) {
        leaves("Bonjour,\nça marche.", "Bonjour,\nça marche.\n\n" + signature + "\n");
    }

    @Test
    void dashes_that_part_long_paragraphs_start_no_signature() {
        String long_ = "Premier point.\n--\n"
                + "Une ligne du second point.\n".repeat(20).strip();
        leaves(long_, long_);
    }

    @Test
    void answers_between_quotes_stay_with_their_quotes() {
        leaves("""
                > Quelle version ?
                La 9.12.

                > Depuis quand ?
                Ce matin.""", """
                Le 2 mars 2026 à 10:00, Support <s@cloud.example> a écrit :
                > Quelle version ?
                La 9.12.

                > Depuis quand ?
                Ce matin.
                """);
    }

    @Test
    void an_answer_below_its_quote_stands_alone() {
        leaves("La 9.12.", """
                Le 2 mars 2026 à 10:00, Support <s@cloud.example> a écrit :
                > Quelle version ?
                >
                > Le support

                La 9.12.
                """);
    }

    @Test
    void what_follows_a_quote_is_never_lost() {
        IncomingMail mail = Mails.reply("""
                Bonjour.

                Le 2 mars 2026 à 10:00, Support <s@cloud.example> a écrit :
                > Quelle version ?

                P.S. C'est la 9.12.
                """);
        assertTrue(mail.visible().contains("Bonjour."));
        assertTrue(mail.visible().contains("P.S. C'est la 9.12."));
    }

    @Test
    void a_forward_with_a_note_shows_the_note_and_a_bare_forward_shows_itself() {
        String forward =
                "---------- Forwarded message ---------\nFrom: Bob <bob@globex.example>\nDate: Mon, Mar 2, 2026 at 10:00 AM\nSubject: Panne\nTo: <alice@acme.example>\n\nLe site ne répond plus.\n";
        leaves("Pour information.", "Pour information.\n\n" + forward);
        leaves("Le site ne répond plus.", forward);
    }

    @Test
    void where_the_subject_says_forward_the_forward_is_the_message() {
        IncomingMail mail = Mails.withHeaders("Subject: TR: Panne\n", """
                Voir ci-dessous.

                De : Bob <bob@globex.example>
                Envoyé : lundi 2 mars 2026 10:00
                À : Alice
                Objet : Panne

                Le site ne répond plus.
                """);
        assertTrue(mail.visible().contains("Voir ci-dessous."));
        assertTrue(mail.visible().contains("Le site ne répond plus."));
    }

    @Test
    void a_customer_who_tells_what_somebody_wrote_loses_nothing() {
        String body =
                "Bonjour,\n\nLe 2 mars 2026 à 10:00, notre client nous a écrit :\n\nLe site est lent.\n\nQue répondre ?";
        leaves(body, body);
    }

    @Test
    void a_travel_form_is_no_header_block() {
        String body = "Demande :\nDe : Paris\nÀ : Lyon\nDate : 12 mars\n\nMerci de réserver.";
        leaves(body, body);
    }

    @Test
    void quotes_that_open_a_new_mail_are_text() {
        String body = "Voici la sortie :\n> build failed\n> exit 1";
        assertEquals(body, Mails.withHeaders("Subject: Build\n", body).visible());
    }

    @Test
    void all_that_is_quote_stays_visible() {
        leaves("> Est-ce réglé ?", "> Est-ce réglé ?");
    }

    @Test
    void below_the_line_of_our_notices_all_is_history() {
        leaves(
                "Oui.",
                "Oui.\n\nQuelqu'un a écrit\n\n## Répondez au-dessus de cette ligne ##\n\nBonjour"
                        .replace("Quelqu'un a écrit\n\n", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "##- Please type your reply above this line -##",
                "Please reply above this line.",
                "— Reply above this line / Répondez au-dessus de cette ligne —"
            })
    void so_is_it_below_those_of_other_desks(String line) {
        leaves("Oui.", "Oui.\n\n" + line + "\n\nBonjour\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> From: Support <s@cloud.example>\n> Sent: Monday, March 2, 2026 10:00 AM\n> To: Alice\n> Subject: RE: Jira\n>\n> Which version?",
                "> Le 2 mars 2026 à 10:00, Support <s@cloud.example> a écrit :\n>\n> Quelle version ?",
            })
    void an_answer_below_a_quotation_with_its_headers_stands_alone(String quotation) {
        leaves("La 9.12.", quotation + "\n\nLa 9.12.\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> Bonjour,\n> est-ce réglé ?",
                "> Est-ce réglé ?\n>> Non.",
                "> Un.\n> Deux.\n> Trois.\n> Quatre.\n> Cinq."
            })
    void a_quotation_at_the_end_that_reads_like_a_mail_is_folded(String quotation) {
        leaves("Oui.", "Oui.\n\n" + quotation + "\n");
    }

    @Test
    void outlook_on_a_phone_leaves_no_rule_between_signature_and_history() {
        IncomingMail mail = Mails.htmlReply(
                "<div>Oui.</div><div id=\"ms-outlook-mobile-signature\"><div>Télécharger <a href=\"https://aka.ms/x\">Outlook pour iOS</a></div></div><hr>"
                        + "<div id=\"divRplyFwdMsg\"><b>De :</b> S &lt;s@cloud.example&gt;<br><b>Envoyé :</b> lundi 2 mars 2026<br><b>À :</b> A<br><b>Objet :</b> J</div><p>Est-ce réglé ?</p>");
        assertEquals("Oui.", mail.visible());
    }

    @Test
    void gmail_html_is_folded_at_its_quote() {
        IncomingMail mail = Mails.htmlReply(
                "<div dir=ltr>Toujours lent.</div><br><div class=\"gmail_quote gmail_quote_container\"><div dir=ltr class=gmail_attr>Ar Lun, 2 Meurzh 2026 <span>x</span><br></div>"
                        + "<blockquote class=\"gmail_quote\" style=\"border-left:1px solid rgb(204,204,204)\">Nous regardons.</blockquote></div>");
        assertEquals("Toujours lent.", mail.visible());
        assertTrue(mail.quoted().contains("Nous regardons."));
    }

    @Test
    void outlook_on_the_web_is_folded_at_its_division() {
        IncomingMail mail = Mails.htmlReply(
                "<div>Merci</div><div id=\"appendonsend\"></div><hr><div id=\"divRplyFwdMsg\" dir=ltr><b>De :</b> S &lt;s@cloud.example&gt;<br><b>Envoyé :</b> lundi 2 mars 2026 10:00<br><b>À :</b> A<br><b>Objet :</b> J</div><div>Est-ce réglé ?</div>");
        assertEquals("Merci", mail.visible());
    }

    @Test
    void thunderbird_html_is_folded_at_its_prefix() {
        IncomingMail mail = Mails.htmlReply(
                "<p>C'est bon.</p><div class=\"moz-cite-prefix\">Le 02/03/2026 à 10:00, Support a écrit :<br></div><blockquote type=cite cite=\"mid:x\"><p>Est-ce bon ?</p></blockquote><div class=\"moz-signature\">-- <br>Alice</div>");
        assertEquals("C'est bon.", mail.visible());
    }

    @Test
    void apple_mail_html_is_folded_at_its_citation() {
        IncomingMail mail = Mails.htmlReply(
                "Merci<br><div><br><blockquote type=\"cite\"><div>Le 2 mars 2026 à 10:00, Support &lt;s@cloud.example&gt; a écrit :</div><br><div>Est-ce bon ?</div></blockquote></div>");
        assertEquals("Merci", mail.visible());
    }

    @Test
    void a_text_that_stands_inside_the_signature_stays_visible() {
        IncomingMail mail = Mails.htmlReply("<div id=\"Signature\">Tout est écrit dans la signature.</div>");
        assertEquals("Tout est écrit dans la signature.", mail.visible());
    }

    @Test
    void a_pgp_signature_is_folded() {
        leaves(
                "Bonjour.",
                "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nBonjour.\n-----BEGIN PGP SIGNATURE-----\n\niQEzBAEBCAAdFiEE\n=abcd\n-----END PGP SIGNATURE-----\n");
    }
}

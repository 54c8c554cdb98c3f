package guichet.core.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a customer wrote is never hidden, however much it looks like what clients add. */
class KeptWordsTest {
    private static final String QUOTE = "> Est-ce réglé ?\n> Le support\n";

    private static void keeps(String body) {
        assertEquals(body.strip(), Mails.reply(body).visible().strip());
    }

    private static void leaves(String visible, String body) {
        assertEquals(visible, Mails.reply(body).visible());
    }

    // Words directly above a quotation

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Le 3 mars 2026 à 10:12, Support <support@cloud.example> a écrit :",
                "Le 03/03/2026 à 10:12, Support a écrit :",
                "On Tue, Mar 3, 2026 at 10:12 AM Support <support@cloud.example> wrote:",
                "On 3/3/26 10:12, Support wrote:",
                "On Tuesday,\nMarch 3, 2026 at 10:12 AM, Support <support@cloud.example> wrote:",
                "Am 03.03.2026 um 10:12 schrieb Support <support@cloud.example>:",
                "Am Fr., 28.\nApr. 2026 um 11:53 Uhr schrieb Support <support@cloud.example>:",
                "Support <support@cloud.example> schrieb am Mo., 2. März 2026, 10:00:",
                "Support <support@cloud.example> a écrit :",
                "Le mar. 3 mars 2026 à 10:12, Service client de la société Exemple <\nsupport@cloud.example> a écrit :",
                "Support wrote:",
            })
    void the_last_paragraph_above_an_attribution_is_no_part_of_it(String attribution) {
        for (String own : new String[] {
            "Oui, supprimez le compte 4711.",
            "Yes please go ahead",
            "Bonjour,\nOui.",
            "Bonjour,\n\nOui, merci de supprimer le compte\navant vendredi\nAlice",
            "Hello,\n\nThe order is 4711: delete it.\nAlice",
            "Hello,\n\nplease delete:\n- account 4711\n- account 4712",
            "C'est fait depuis\nmardi\n\nMerci,",
        }) {
            leaves(own, own + "\n" + attribution + "\n" + QUOTE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class=\"protonmail_quote\">Le mardi 3 mars 2026 à 10:12, Support &lt;s@cloud.example&gt; a écrit :<br><blockquote class=\"protonmail_quote\" type=\"cite\">Est-ce bon ?</blockquote></div>",
                "<div class=\"gmail_quote gmail_quote_container\"><div class=\"gmail_attr\">Le mar. 3 mars 2026 à 10:12, Support &lt;s@cloud.example&gt; a écrit :<br></div><blockquote class=\"gmail_quote\">Est-ce bon ?</blockquote></div>",
                "<div class=\"yahoo_quoted\"><div>On Tuesday, March 3, 2026 at 10:12:33 AM GMT+1, Support &lt;s@cloud.example&gt; wrote:</div><div>Est-ce bon ?</div></div>",
                "<div><blockquote type=\"cite\"><div>Le 3 mars 2026 à 10:12, Support &lt;s@cloud.example&gt; a écrit :</div><br><div>Est-ce bon ?</div></blockquote></div>",
                "<p id=\"reply-intro\">On 2026-03-03 10:12, Support wrote:</p><blockquote type=\"cite\">Est-ce bon ?</blockquote>",
            })
    void nor_is_it_where_the_html_marks_the_quotation(String quotation) {
        assertEquals(
                "Bonjour,\n\nOui, supprimez le compte 4711.\nAlice",
                Mails.htmlReply(
                                "<div>Bonjour,</div><div><br></div><div>Oui, supprimez le compte 4711.</div><div>Alice</div>"
                                        + quotation)
                        .visible());
    }

    // Sentences that tell of somebody's writing

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hi,\n\nOn Friday 3 March 2026 at 10:12 the printer wrote this to the log:\nerror 5 in module A\n\nWhat is it?",
                "Hi,\n\nThe user paul@acme.example said that at 10:12 he saw:\nerror 5\n\nWhat is it?",
                "Hi,\n\nThe user paul@acme.example wrote that at 10:12 he saw:\nerror 5\n\nWhat is it?",
                "Hi,\n\nOn 3 March 2026 at 10:12 your bot said:\nerror 5\n\nWhat is it?",
                "Bonjour,\n\nLe 3 mars 2026 à 10:12 le technicien a écrit sur le bon :\nremplacement de la pompe\n\nMerci de facturer.",
                "Bonjour,\n\nLe 3 mars 2026 à 10:12, j'ai écrit à support@cloud.example :\nmon compte est fermé\n\nPersonne ne répond.",
                "Hi,\n\nOn Monday 3 March 2026 at 10:12 our user paul@acme.example wrote:\nI can not log in\n\nCan you help?",
                "Hi,\n\nOn Monday 3 March 2026 at 10:12 our user Paul <paul@acme.example> wrote:\nI can not log in\n\nCan you help?",
                "The log:\n\n2026-03-03 10:12 UTC Error in module A\n2026-03-03 10:13 UTC Restart\n\nWhat is it?",
                "2026-03-03 10:12:45 user bob@acme.example wrote file:\n/tmp/a\n\nWhy?",
                "2026-03-03 10:12 login alice@acme.example:\nerror 500\nPlease fix.",
                "3 March 2026 10:12 login of alice@acme.example fails with:\nerror 500\n\nPlease fix.",
            })
    void a_sentence_with_a_date_and_an_address_is_no_attribution_by_that_alone(String body) {
        keeps(body);
    }

    // Last sentences that begin like a phone's

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sent by mistake, please ignore my last mail.",
                "Sent via DHL on Monday.",
                "Sent with tracking number 4711.",
                "Sent from my iPhone it shows error 550.",
                "Sent from my iPhone, which was stolen on Monday",
                "Envoyé par DHL le 3 mars, jamais reçu.",
                "Envoyé avec accusé de réception lundi.",
                "Envoyé depuis trois jours et rien reçu.",
                "Envoyé de mon iPhone le message part, de mon PC jamais.",
                "Provenance : entrepôt de Lyon.",
                "Gesendet mit DHL am Montag.",
                "Gesendet von Herrn Meyer, nicht von mir.",
                "Enviado por error, disculpe.",
                "Enviado por DHL el lunes.",
                "Inviato da Paolo per errore.",
                "Verzonden met PostNL op maandag.",
                "Skickat från lagret i måndags.",
                "Lähetetty maanantaina.",
                "Envoyé via La Poste",
                "Envoyé via Bouygues Telecom lundi.",
                "Inviato da Libero Bianchi",
                "Gesendet mit der Post.",
                "Gesendet von der Telekom",
                "Download Outlook fails with error 5",
                "Get Outlook for iOS on ten phones at once?",
            })
    void a_last_sentence_is_no_advertisement(String sentence) {
        keeps("Le colis 4711 est perdu.\n\n" + sentence);
    }

    @Test
    void nor_is_the_end_of_a_sentence_that_the_client_wrapped() {
        keeps("I can not find the mails\nsent from my iPhone");
        keeps("I can not find the mails\nsent from my old phone.");
    }

    // Dashes between paragraphs

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Premier point : l'imprimante.\n\n---\n\nSecond point : le scanner affiche E-12.\n\n---\n\nTroisième point : la facture est fausse.",
                "Name: Bob\n\n---\n\nPlease delete my account.",
                "Hi\n\n___\n\nPlease delete my account 4711.",
                "Bonjour,\n\nvoici la suite :\n—\nla pompe est en panne depuis lundi, il faut venir.",
                "The first error is E1.\n\n--\n\nThe second error is E2, it appears when I print. Could you check?",
                "My config:\n\n---\nserver:\n  port: 80\n---\nserver:\n  port: 81",
                "---\ntitle: my page\n---\n\nThis is refused by your importer.",
                "We call\n\nbackup\n--full\n--\nfile1 file2 file3\n\nand it hangs.",
                "This patch breaks it:\n\n3c3\n< timeout=30\n---\n> timeout=5\n\nPlease revert.",
                "Hello,\n\nsee below\n\n--\nFrom: shop@acme.example\nThe order 4711 is wrong.",
                "Bonjour,\n\nClients à appeler :\n----------\nLuc Moreau\n04 72 00 00 00\nAnne Petit\n04 72 00 00 01",
                "Bonjour,\n\nServeur Paris\n-------------\nParis Nord\nen panne",
                "Options\n=======\nOptions A\nwww.acme.example",
                "Bonjour,\n\n!!!\n----------\nLuc Moreau\n04 72 00 00 00",
                "Nom | Téléphone\n----------\nLuc Moreau | 04 72 00 00 00\nAnne Petit | 04 72 00 00 01",
                "Nom | Téléphone\n---\nLuc Moreau | 04 72 00 00 00\nAnne Petit | 04 72 00 00 01",
                "Bonjour,\nla commande\n--\nEcran Dell | 2\nClavier Acer | 3",
                "Bonjour,\nla commande\n--\nEcran Dell | en panne\nClavier Acer | en panne",
                "Bonjour,\nla commande\n--\nEcran Dell | Quantité : 2\nClavier Acer | Quantité : 3",
                "Bonjour,\n\nMerci\n----------\nLe Second Écran\nest noir",
                "Bonjour, merci.\n\nCordialement,\nLuc\n----------\nLuc Moreau\nm'a dit hier que la pompe est en panne.",
                "Bonjour, merci.\n\nCordialement,\nLuc\n----------\nLuc Moreau\n04 72 00 00 00\n----------\nAnne Petit\n04 72 00 00 01",
                "Bonjour,\n\nla page dit\n--\nPensez À L'environnement\nPensez à l'environnement avant d'imprimer. Comment enlever cela du site ?",
            })
    void dashes_that_part_paragraphs_hide_none(String body) {
        keeps(body);
    }

    @Test
    void a_postscript_below_the_signature_stays() {
        leaves(
                "L'imprimante est en panne.\n\n\nPS : le directeur attend.",
                "L'imprimante est en panne.\n\n-- \nAlice Martin\nAcme\n\nPS : le directeur attend.");
        leaves(
                "L'imprimante est en panne.\n\n\nP.S. Pas avant 18 h.",
                "L'imprimante est en panne.\n\n--\nAlice Martin\n\nP.S. Pas avant 18 h.");
        keeps("L'imprimante est en panne.\n\n-- \n\nPS : le directeur attend.");
    }

    // Footers of lists, scanners and lawyers

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Here it is\n\n_____\nvirus scanner reports a Trojan\nplease come",
                "Problem 1: mail is slow.\n\n----------\n\nProblem 2: I can not unsubscribe from your mailing list, please do it.",
                "Problem 1: mail is slow.\n\n----------\nAvast found a virus in the file that you sent.\nWhat must I do?",
                "Point 1.\n\n----------\nPoint 2: I want to unsubscribe, and the file was scanned for viruses.",
                "Point 1.\n\n----------\nPoint 2 : le dossier confidentiel n'est plus là.",
            })
    void words_of_footers_make_none(String body) {
        keeps(body);
    }

    // Headers that a person typed or pasted

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please change the redirection:\n\nFrom: sales@acme.example\nTo: shop@acme.example\nSubject: anything\n\nThank you.",
                "Our mail bounces. The headers:\n\nReturn-Path: <alice@acme.example>\nReceived: from mx.acme.example (10.0.0.1)\nFrom: Alice <alice@acme.example>\nTo: info@partner.example\n"
                        + "Date: Tue, 3 Mar 2026 10:12:00 +0100\nSubject: Offer\n\nWhy is it rejected?",
                "Nom : Alice\nDe : alice@acme.example\nObjet : Réclamation\nDate : 3 mars 2026\n\nLe colis n'est jamais arrivé.",
                "Colis 1\nEnvoyé : 3 mars\nReçu : jamais\nDe : Lyon\nA : Paris\n\nOù est-il ?",
                "Please book:\n\nDate: 3 March 2026 10:30\nFrom: Paris\nTo: Lyon\nPassengers: 3\n\nAnd a taxi please.",
                "Merci de réserver :\n\nDate : 3 mars 2026 à 10h30\nDe : Paris\nA : Lyon\nPassagers : 3\n\nEt un taxi.",
                "Merci de réserver :\n\nDe : Paris\nÀ : Lyon\nDate : 3 mars 2026 à 10h30\nObjet : commande 4711\n\nEt un taxi.",
                "Von: Paris\nAn: Lyon\nDatum: 3.3.2026 10:30\n\nBitte buchen, danke.",
                "The log:\n\n-----\n\nDate: 2026-03-03 10:12\nFrom: server\nerror\n\nWhat is it?",
                "Article 1 : un écran\n________________\nDe : Paris\nÀ : Lyon\nDate : lundi\n\nMerci de livrer.",
                "Les colis :\n\nDe : alice@acme.example\nDate : 3 mars 2026 10:30\nPour : Bob\nPoids : 12 kg\n\nOù sont-ils ?",
                "Le modèle donne ceci :\n\nDe : Agence\nEnvoyé : 04/03/2026\nÀ : Locataire\nObjet : Quittance\n\nComment ajouter la date ?",
                "Die Vorlage ergibt:\n\nVon: Agentur\nGesendet: 04.03.2026\nAn: Mieter\nBetreff: Quittung\n\nWo ist das Datum?",
                "Le modèle donne ceci :\n----------\nDe : Agence\nEnvoyé : 04/03/2026\nÀ : Locataire\nObjet : Quittance\n\nComment ajouter la date ?",
                "Les colis :\n\nDe : alice@acme.example\nDate : 3 mars 2026 10:30\nPour : Bob\nObjet : colis\nPoids : 12 kg\n\nOù sont-ils ?",
                "Les colis :\n\nDe : alice@acme.example\nDate : 3 mars 2026 10:30\nPour : Bob\nPoids : 12 kg\nObjet : colis\n\nOù sont-ils ?",
                "The headers:\n\nFrom: Alice <alice@acme.example>\nSent: Tue, 3 Mar 2026 10:12:00 +0100\nTo: info@partner.example\nSubject: Offer\nContent-Type: text/plain\n\nWhy is it rejected?",
            })
    void a_form_is_no_header_block(String body) {
        keeps(body);
    }

    @Test
    void words_between_dashes_are_no_separator_unless_clients_write_them() {
        keeps("Premier point.\n\n---- ----\n\nSecond point.");
        keeps("L'écran dit :\n\n--- Message de service ---\nle disque est plein\n\nQue faire ?");
        leaves("Oui.", "Oui.\n\n----- Message de Support <support@cloud.example> -----\n\nEst-ce réglé ?");
    }

    // Mails that open a ticket

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---------- Forwarded message ---------\nFrom: Bob <bob@supplier.example>\nDate: Mon, Mar 2, 2026 at 9:00 AM\nSubject: Delivery\nTo: Alice <alice@acme.example>\n\nYour order was rejected.",
                "-------- Message transféré --------\nSujet : Livraison\nDate : Mon, 2 Mar 2026 09:00:00 +0100\nDe : Bob <bob@supplier.example>\nPour : Alice <alice@acme.example>\n\nVotre commande est refusée.",
                "Début du message réexpédié :\n\n> De: Bob <bob@supplier.example>\n> Objet: Facture\n> Date: 2 mars 2026 à 09:00:00 UTC+1\n> À: Alice <alice@acme.example>\n>\n> Votre commande est refusée.",
                "From: Bob <bob@supplier.example>\nSent: Monday, March 2, 2026 9:00 AM\nTo: Alice <alice@acme.example>\nSubject: Invoice\n\nYour order was rejected.\n\n-- \nBob\n+33 1 23 45 67 89",
                "On Mon, Mar 2, 2026 at 9:00 AM Bob <bob@supplier.example> wrote:\n\n> Your order was rejected.",
            })
    void what_the_first_mail_of_a_ticket_passes_on_was_never_seen(String passedOn) {
        assertEquals(
                passedOn, Mails.withHeaders("Subject: Livraison\n", passedOn).visible());
        assertEquals(
                "Que répondre ?\n\n" + passedOn,
                Mails.withHeaders("Subject: Livraison\n", "Que répondre ?\n\n" + passedOn)
                        .visible());
        assertEquals(
                "Que répondre ?\n\n" + passedOn,
                Mails.withHeaders("Subject: TR: Livraison\n", "Que répondre ?\n\n" + passedOn)
                        .visible());
    }

    @Test
    void the_tag_of_a_ticket_in_the_subject_tells_a_reply_too() {
        assertEquals(
                "Oui.",
                Mails.withHeaders(
                                "Subject: [cloud-88] Jira est lent\n",
                                "Oui.\n\nLe 2 mars 2026 à 10:00, Support <s@cloud.example> a écrit :\n" + QUOTE)
                        .visible());
    }

    // The line of our notices

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please reply above this line is shown in every mail you send. Remove it!\n\nAlice",
                "Hello,\n\nthe text 'please reply above this line' is shown in each of your mails.\nCan you remove it?",
                "Bonjour,\n\npourquoi « répondez au-dessus de cette ligne » ?\n\nAlice",
            })
    void a_customer_who_cites_the_line_loses_nothing(String body) {
        keeps(body);
    }

    // Answers within the quotation

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bonjour, réponses en rouge ci-dessous.",
                "Bonjour,\n\nmes réponses sont dans le texte.",
                "Hi,\n\nmy answers inline.",
                "See my comments below, in blue.",
                "Hallo, meine Antworten stehen unten im Text.",
                "Voir ci-dessous.",
            })
    void answers_that_are_announced_stay_with_what_they_answer(String announced) {
        String header =
                "De : Support <support@cloud.example>\nEnvoyé : mardi 3 mars 2026 10:12\nÀ : Alice <alice@acme.example>\nObjet : RE: Serveur\n\nQuelle version ?\n\nla 11.4";
        keeps(announced + "\n\n" + header);
        keeps(announced
                + "\n\nLe mar. 3 mars 2026 à 10:12, Support <s@cloud.example> a écrit :\n\nQuelle version ?\nla 11.4");
        keeps(
                announced
                        + "\n\nLe mar. 3 mars 2026 à 10:12, Support <s@cloud.example> a écrit :\n\n> Quelle version ?\n> la 11.4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Could you look at the message below? The supplier says it is your fault.",
                "Voir le message reçu ci-dessous.",
                "See below please."
            })
    void a_forward_within_a_conversation_stays_where_the_author_points_at_it(String own) {
        keeps(
                own
                        + "\n\n---------- Forwarded message ---------\nFrom: Bob <bob@supplier.example>\nDate: Mon, Mar 2, 2026 at 9:00 AM\nSubject: Delivery\nTo: Alice <alice@acme.example>\n\nYour order was rejected.");
    }

    // Lines behind ">" that are no mail

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The last lines of the log are\n\n> connect 10.0.0.1\n> refused",
                "I get this:\n\nmysql> select 1;\n    -> from dual;\nERROR 1064\n\n> Hint: see the manual",
                "Your documentation says\n\n> Click on Save.",
            })
    void a_few_lines_behind_a_mark_at_the_end_are_the_authors(String body) {
        keeps(body);
    }
}

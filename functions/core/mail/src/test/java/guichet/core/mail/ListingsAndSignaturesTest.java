package guichet.core.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "-- " is a comment in what programs write, and "--" without its blank a signature in what people do. */
class ListingsAndSignaturesTest {
    private static String visible(String body) {
        return Mails.reply(body).visible();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "L'import échoue :\n\n-- \n-- Base : clients\n-- \nUSE clients;\n-- \nSELECT 1;\n\nUne idée ?",
                "Voici :\n\nSELECT nom\n-- \nFROM client\n\nIl manque une ligne.",
                "Le script :\n\n-- \nINSERT INTO client VALUES (1),\n(2);\nErreur à la ligne 2.",
                "Le module :\n\nfunction total()\n-- \n  return 1\nend\n\nIl rend toujours 1.",
                "Le module :\n\nmodule Main where\n-- \n-- | Point d'entrée\nmain = pure ()\n\nErreur de type.",
                "Le correctif :\n\n--- a/t.sql\n+++ b/t.sql\n@@ -1,3 +1,2 @@\n CREATE TABLE t (id int);\n-- \n-DROP TABLE t;\n\nÀ relire.",
                "Le journal :\n\nétape 1 finie\n-- \nétape 2 en erreur\n-- \nétape 3 sautée",
                "Deux réglages :\n\ncache: oui\n-- \ncache: non\n\nLequel faut-il ?",
                "Nos tables :\n\n--\n-- client\n--\nDROP TABLE CLIENT;\n--\nDROP TABLE FACTURE;",
                "Le script :\n\n--\nDROP TABLE CLIENT;",
            })
    void a_comment_in_a_listing_starts_no_signature(String body) {
        assertEquals(body, visible(body));
        assertEquals(body, Mails.withHeaders("Subject: Script\n", body).visible(), "nor in the first mail");
    }

    @Test
    void the_signature_below_a_listing_is_one_still() {
        assertEquals(
                "Le script :\n\n-- \n-- Table client\n-- \nSELECT 1;\n\nMerci.",
                visible("Le script :\n\n-- \n-- Table client\n-- \nSELECT 1;\n\nMerci.\n\n-- \nAlice Martin\nAcme\n"));
        assertEquals(
                "--- a/x.c\n+++ b/x.c\n@@ -1 +1 @@\n-a\n+b",
                visible("--- a/x.c\n+++ b/x.c\n@@ -1 +1 @@\n-a\n+b\n-- \n2.43.0\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- \nAlice Martin\n-- \nListe des clients\nhttp://liste.example",
                "-- \nbesoin d'aide : 01 02 03 04 05",
                "-- \nAlice; Achats\nUne question ?",
                "--\nAlice Martin\nAchats\n01 02 03 04 05",
                "--\nalice martin\n01 02 03 04 05",
                "--\nCordialement,\nAlice",
            })
    void a_signature_is_folded_above_and_below_a_quotation(String signature) {
        assertEquals("Oui, toujours.", visible("Oui, toujours.\n\n" + signature + "\n"));
        assertEquals(
                "Oui, toujours.",
                visible("Oui, toujours.\n\nLe 2 mars 2026 à 10:00, Support <support@cloud.example> a écrit :\n"
                        + "> Est-ce lent ?\n\n" + signature + "\n"));
        assertEquals(
                "Oui, toujours.",
                visible("Le 2 mars 2026 à 10:00, Support <support@cloud.example> a écrit :\n> Est-ce lent ?\n\n"
                        + "Oui, toujours.\n" + signature + "\n"));
        assertEquals(
                "> Est-ce lent ?\n\nOui, toujours.",
                visible("> Est-ce lent ?\n\nOui, toujours.\n\n" + signature + "\n"));
    }

    @Test
    void dashes_that_part_what_somebody_writes_part_it_still() {
        var body = "Premier point.\n\n--\n\nmise à jour prévue jeudi, comme convenu au téléphone";
        assertEquals(body, visible(body));
    }
}

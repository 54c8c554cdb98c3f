package guichet.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses in letters of any script: one form to keep and compare, one to read. */
class MailAddressTest {

    /** The encodings are those of RFC 3492, section 7.1, and of registered domains. */
    @ParameterizedTest
    @CsvSource({
        "bücher.example, xn--bcher-kva.example",
        "BÜCHER.Example, xn--bcher-kva.example",
        "faß.example, xn--fa-hia.example",
        "例子.example, xn--fsqu00a.example",
        "пример.испытание, xn--e1afmkfd.xn--80akhbyknj4f",
        "παράδειγμα.δοκιμή, xn--hxajbheg2az3al.xn--jxalpdlp",
        "ひとつ屋根の下2, xn--2-u9tlzr9756bt3uc0v",
        "他们为什么不说中文, xn--ihqwcrb4cv8a8dqg056pqjye",
        "ليهمابتكلموشعربي؟, ليهمابتكلموشعربي؟",
        "bücher。example, xn--bcher-kva.example",
        "büc\u00ADher.example, xn--bcher-kva.example",
        "acme.example, acme.example",
        "xn--bcher-kva.example, xn--bcher-kva.example",
        "XN--BCHER-KVA.example, xn--bcher-kva.example",
    })
    void a_domain_is_kept_in_labels_that_dns_has(String written, String kept) {
        assertEquals(kept, DomainName.kept(written));
        assertEquals("paul@" + kept, MailAddress.kept("Paul@" + written));
    }

    @Test
    void a_letter_and_its_mark_are_the_letter() {
        assertEquals("xn--bcher-kva.example", DomainName.kept("bu\u0308cher.example"));
        assertEquals("rené@acme.example", MailAddress.kept("Rene\u0301@acme.example"));
    }

    @Test
    void a_sharp_s_is_not_two_of_it_whoever_registers_the_other() {
        assertFalse(MailAddress.kept("x@faß.example").equals(MailAddress.kept("x@fass.example")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bücher.example",
                "faß.example",
                "例子.example",
                "пример.example",
                "ひらがなカナ漢字.example",
                "한국어.example",
                "شبكة.example",
                "παράδειγμα.example",
                "почта2.example",
            })
    void what_is_of_one_script_is_shown_as_it_reads(String domain) {
        assertEquals("paul@" + domain, MailAddress.shown(MailAddress.kept("paul@" + domain)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0430cme.example", // a Cyrillic a
                "аcме.example", // a Latin c among Cyrillic letters
                "gооgle.example", // Cyrillic o
                "αcme.example",
                "асе.example", // all of Cyrillic, and all like Latin
                "b\u0301ank.example", // a letter under a mark that it has not in any language
            })
    void what_looks_like_another_domain_is_shown_in_the_labels_of_dns(String domain) {
        var kept = DomainName.kept(domain);
        assertTrue(kept.startsWith("xn--"), kept);
        assertEquals(kept, DomainName.shown(kept));
    }

    @Test
    void letters_that_look_latin_are_shown_under_a_domain_of_their_script() {
        assertEquals("асе.рф", DomainName.shown(DomainName.kept("асе.рф")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xn--.example",
                "xn--a.example",
                "xn--bcher-kvaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example",
                "xn--99999999999.example",
                "xn--acme-.example",
                "xn--fa-hia\u0000.example",
            })
    void what_nobody_encoded_so_is_shown_as_it_is(String domain) {
        assertEquals(domain, DomainName.shown(domain));
    }

    @Test
    void what_is_no_domain_is_kept_as_it_is_written() {
        assertEquals("x@<bücher>.example", MailAddress.kept("x@<BÜCHER>.example"));
        assertEquals("ü".repeat(80) + ".example", DomainName.kept("ü".repeat(80) + ".example"));
        assertEquals("bücher", MailAddress.kept("Bücher"));
    }

    @Test
    void ses_carries_no_letters_but_asciis_before_the_at() {
        assertTrue(MailAddress.canBeWrittenTo(MailAddress.kept("paul@bücher.example")));
        assertFalse(MailAddress.canBeWrittenTo(MailAddress.kept("rené@bücher.example")));
    }
}

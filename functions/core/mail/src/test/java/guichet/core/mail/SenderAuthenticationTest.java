package guichet.core.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SenderAuthenticationTest {

    private static SenderAuthentication of(String from, String results) {
        return Mails.read("Authentication-Results: " + results + "\nFrom: " + from + "\nSubject: x\n\nx")
                .authentication();
    }

    @Test
    void dmarc_pass_authenticates() {
        assertTrue(of(
                        "alice@acme.example",
                        "amazonses.com;\n spf=pass (spfCheck: domain of acme.example designates 192.0.2.1 as permitted sender) client-ip=192.0.2.1; envelope-from=alice@acme.example; helo=mx.acme.example;\n dkim=pass header.i=@acme.example;\n dmarc=pass header.from=acme.example;")
                .authenticated());
    }

    @Test
    void an_aligned_signature_authenticates_a_forwarded_mail_whose_spf_broke() {
        assertTrue(of(
                        "alice@acme.example",
                        "amazonses.com; spf=fail envelope-from=fwd@other.example; dkim=pass header.i=@mail.acme.example; dmarc=none header.from=acme.example")
                .authenticated());
    }

    @Test
    void an_aligned_envelope_authenticates_without_dmarc() {
        assertTrue(of(
                        "alice@acme.example",
                        "amazonses.com; spf=pass envelope-from=bounce@news.acme.example; dkim=none; dmarc=none")
                .authenticated());
        assertTrue(of("alice@acme.example", "amazonses.com; spf=pass smtp.mailfrom=alice@acme.example; dkim=none")
                .authenticated());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "amazonses.com; spf=pass envelope-from=x@evil.example; dkim=pass header.i=@evil.example; dmarc=none",
                "amazonses.com; spf=none; dkim=none",
                "amazonses.com",
                "mx.acme.example; dmarc=pass header.from=acme.example",
                "amazonses.com.evil.example; dmarc=pass header.from=acme.example",
                "amazonses.com; dmarc=pass header.from=evil.example",
                "amazonses.com; spf=fail (dmarc=pass header.from=acme.example) envelope-from=x@y.example",
                "amazonses.com; dkim=fail header.i=@acme.example",
                "amazonses.com; spf=softfail envelope-from=alice@acme.example",
            })
    void a_pass_that_does_not_speak_for_from_authenticates_nobody(String results) {
        assertFalse(of("alice@acme.example", results).authenticated());
    }

    @Test
    void only_the_topmost_header_counts() {
        String forged = "Authentication-Results: amazonses.com; dmarc=pass header.from=acme.example\n";
        String real =
                "Authentication-Results: amazonses.com; spf=fail; dkim=none; dmarc=fail header.from=acme.example\n";
        SenderAuthentication below =
                Mails.read(real + forged + Mails.FROM + "\nx").authentication();
        assertFalse(below.authenticated());
        assertTrue(below.dmarcFailed());
        assertFalse(Mails.read("Authentication-Results: other.example; dmarc=pass\n" + forged + Mails.FROM + "\nx")
                .authentication()
                .authenticated());
    }

    @Test
    void a_failed_dmarc_is_told_apart_from_a_missing_one() {
        assertTrue(of(
                        "alice@acme.example",
                        "amazonses.com; dkim=pass header.i=@evil.example; dmarc=fail header.from=acme.example")
                .dmarcFailed());
        assertFalse(of("alice@acme.example", "amazonses.com; dmarc=none header.from=acme.example")
                .dmarcFailed());
    }

    @Test
    void two_senders_or_a_malformed_one_are_not_authenticated() {
        String pass = "amazonses.com; dmarc=pass header.from=acme.example; dkim=pass header.i=@acme.example";
        assertFalse(of("alice@acme.example, bob@globex.example", pass).authenticated());
        assertFalse(of("Alice alice@acme.example", pass).authenticated());
        assertFalse(Mails.read("Authentication-Results: " + pass
                        + "\nFrom: alice@acme.example\nFrom: boss@globex.example\n\nx")
                .authentication()
                .authenticated());
        assertFalse(Mails.read("Authentication-Results: " + pass + "\nReply-To: alice@acme.example\n\nx")
                .authentication()
                .authenticated());
    }

    @Test
    void a_failed_dmarc_counts_whatever_from_looks_like() {
        String fail = "amazonses.com; spf=fail; dmarc=fail header.from=acme.example";
        assertTrue(of("=?utf-8?B?PGFsaWNlQGFjbWUuZXhhbXBsZT4=?=", fail).dmarcFailed());
        assertTrue(of("Alice alice@acme.example", fail).dmarcFailed());
        assertTrue(of("alice@acme.example, bob@globex.example", fail).dmarcFailed());
        assertFalse(
                of("=?utf-8?B?PGFsaWNlQGFjbWUuZXhhbXBsZT4=?=", "mx.evil.example; dmarc=fail header.from=acme.example")
                        .dmarcFailed());
    }

    @ParameterizedTest
    @CsvSource({
        "mail.acme.example, acme.example",
        "acme.example, acme.example",
        "a.b.acme.co.uk, acme.co.uk",
        "acme.gouv.fr, acme.gouv.fr",
        "www.acme.com, acme.com",
        "x.acme.fr, acme.fr"
    })
    void the_organizational_domain_is_what_someone_registered(String domain, String organization) {
        assertEquals(organization, SenderAuthentication.organizational(domain));
    }

    @Test
    void customers_of_one_registry_are_not_aligned() {
        assertFalse(SenderAuthentication.aligned("evil.co.uk", "acme.co.uk"));
        assertFalse(SenderAuthentication.aligned("", "acme.example"));
    }

    @Test
    void verdicts_are_those_of_the_topmost_headers() {
        Verdicts verdicts = Mails.read("X-SES-Spam-Verdict: FAIL\nX-SES-Virus-Verdict: PASS\nX-SES-Spam-Verdict: PASS\n"
                        + Mails.FROM + "\nx")
                .verdicts();
        assertEquals(new Verdicts(Verdicts.Verdict.FAIL, Verdicts.Verdict.PASS), verdicts);
        assertEquals(
                Verdicts.Verdict.UNKNOWN,
                Mails.read(Mails.FROM + "\nx").verdicts().spam());
    }
}

package guichet.core.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of SES's results speaks for the address in From, and what outweighs it. */
class AlignmentTest {
    private static SenderAuthentication of(String results) {
        return Mails.read("Authentication-Results: amazonses.com; " + results + "\n" + Mails.FROM + "Subject: x\n\nx")
                .authentication();
    }

    @Test
    void a_failed_dmarc_outweighs_what_looks_aligned_to_us() {
        var failed = of("spf=pass envelope-from=a@acme.example; dkim=pass header.i=@acme.example;"
                + " dmarc=fail (p=REJECT aspf=s) header.from=acme.example");
        assertFalse(failed.authenticated());
        assertTrue(failed.dmarcFailed());
        assertEquals("DMARC failed for acme.example.", failed.reason());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spf=pass (by envelope-from=a@acme.example ) envelope-from=x@evil.example",
                "dkim=pass (by header.d=acme.example ) header.d=evil.example",
                "dmarc=pass (p=NONE header.from=acme.example ) header.from=evil.example",
                "dkim=neutral header.i=@acme.example; dkim=pass header.i=@evil.example",
                "spf=neutral envelope-from=a@acme.example",
                "dmarc=pass",
                "spf=pass; dkim=pass",
            })
    void what_stands_in_a_comment_or_passed_for_another_domain_speaks_for_nobody(String results) {
        var found = of(results);
        assertFalse(found.authenticated());
        assertFalse(found.dmarcFailed());
    }

    @Test
    void of_several_signatures_one_that_is_aligned_is_enough() {
        assertTrue(
                of("dkim=fail header.d=acme.example; dkim=pass header.d=evil.example; dkim=pass header.d=acme.example")
                        .authenticated());
    }
}

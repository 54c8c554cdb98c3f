package guichet.core.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadingHintsTest {

    @Test
    void the_nearest_ancestor_comes_first_and_the_root_is_named() {
        ThreadingHints hints = ThreadingHints.of(
                Mails.withHeaders("Message-ID: <m@x>\nIn-Reply-To: <c@x>\nReferences: <a@x> <b@x> <c@x> <m@x>\n", "x"));
        assertEquals(List.of("c@x", "b@x", "a@x"), hints.ancestors());
        assertEquals("a@x", hints.root());
    }

    @Test
    void without_references_the_answered_mail_is_the_root() {
        assertEquals(
                "c@x",
                ThreadingHints.of(Mails.withHeaders("In-Reply-To: <c@x>\n", "x"))
                        .root());
        assertEquals("", ThreadingHints.of(Mails.withHeaders("", "x")).root());
    }

    @Test
    void endless_references_are_capped_and_keep_their_root() {
        var references = new StringBuilder("References:");
        for (int i = 0; i < 5_000; i++) {
            references.append("\n <r").append(i).append("@x>");
        }
        ThreadingHints hints = ThreadingHints.of(Mails.withHeaders(references + "\n", "x"));
        assertEquals("r0@x", hints.root());
        assertEquals("r4999@x", hints.ancestors().getFirst());
        assertEquals(ThreadingHints.MOST_ANCESTORS, hints.ancestors().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[cloud-88] Jira est lent",
                "RE: TR: AW: [cloud-88] Jira est lent",
                "Re: [Cloud-88] Re: Jira est lent",
                "[cloud-88] RE : Jira est lent",
                "RE: [cloud-88] [cloud-88] Jira est lent",
                "Re[2]: [CLOUD-88]  Jira est lent"
            })
    void a_tag_is_found_behind_any_prefixes_and_the_subject_is_the_same(String subject) {
        ThreadingHints hints = ThreadingHints.of(Mails.withHeaders("Subject: " + subject + "\n", "x"));
        assertEquals(List.of(new ThreadingHints.Tag("cloud", 88)), hints.tags());
        assertEquals("Jira est lent", hints.subject());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cloud-88 sans crochets",
                "[cloud-1234567890123]",
                "[88]",
                "[cloud-088]",
                "[cloud-]",
                "facture [2026-03-02]",
                "20260302cloud-88]",
                "x[cloud-88y]"
            })
    void a_number_that_is_no_tag_is_none(String subject) {
        assertTrue(ThreadingHints.tags(subject).isEmpty());
    }

    @Test
    void a_desk_with_a_dash_in_its_name_has_tags() {
        assertEquals(List.of(new ThreadingHints.Tag("cloud-fr", 7)), ThreadingHints.tags("[cloud-fr-7] x"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Re: Fwd: Re: x|x",
                "TR : x|x",
                "SV: VS: x|x",
                "Antw: x|x",
                "回复：x|x",
                "Info: x|Info: x",
                "RE:|''",
                "Re: Re^2: x|x",
                "Reunion: x|Reunion: x"
            })
    void prefixes_are_dropped_in_the_languages_of_clients(String subject, String bare) {
        assertEquals(bare, ThreadingHints.normalized(subject));
    }
}

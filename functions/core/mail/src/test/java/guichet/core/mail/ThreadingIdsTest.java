package guichet.core.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ids of mails as clients write them (RFC 5322, 3.6.4), and how many of them count. */
class ThreadingIdsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a@x>|a@x",
                "  <a@x> (a comment)|a@x",
                "<a b@x>|ab@x",
                "a@x|a@x",
                "nothing-at-all|nothing-at-all",
                "<a@x|a@x",
                "a@x>|a@x",
                "two words|''",
                "''|''",
                "<>|''",
            })
    void an_id_is_read_with_and_without_its_brackets(String header, String id) {
        assertEquals(id, MessageIds.one(header));
    }

    @Test
    void an_id_without_end_is_none() {
        var longest = "x".repeat(498) + "@x";
        assertEquals(longest, MessageIds.one("<" + longest + ">"));
        assertEquals(longest, MessageIds.one(longest));
        assertEquals("", MessageIds.one("y" + longest));
        assertEquals("x".repeat(500), MessageIds.one("x".repeat(500)));
        assertEquals("", MessageIds.one("x".repeat(501)));
        assertEquals(List.of(longest, "b@x"), MessageIds.all("<" + longest + "> <b@x>", 5));
        assertEquals(List.of("b@x"), MessageIds.all("<y" + longest + "> <b@x>", 5));
        assertEquals(List.of(longest, "b@x"), MessageIds.all(longest + " b@x", 5));
        assertEquals(List.of("b@x"), MessageIds.all("y" + longest + " b@x", 5));
    }

    @Test
    void of_a_list_those_count_that_are_ids_each_once_and_as_many_as_are_wanted() {
        assertEquals(List.of("a@x", "b@x"), MessageIds.all("<a@x> <b@x> <a@x>", 5));
        assertEquals(List.of("a@x", "b@x"), MessageIds.all("<a@x><b@x><c@x>", 2));
        assertEquals(List.of("a@x", "b@x"), MessageIds.all("a@x, b@x c@x", 2));
        assertEquals(List.of("a@x"), MessageIds.all("words a@x @x more", 5));
        assertEquals(List.of("a@x"), MessageIds.all("<a@x> <b@x", 5));
    }

    private static String ids(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> "<" + i + "@x>").collect(Collectors.joining(" "));
    }

    @Test
    void of_many_references_the_root_and_the_nearest_are_kept() {
        assertEquals(5, MessageIds.references(ids(1, 5), 5).size());
        assertEquals(List.of("1@x", "6@x", "7@x", "8@x", "9@x"), MessageIds.references(ids(1, 9), 5));
    }

    @Test
    void of_many_tags_five_count() {
        var subject =
                IntStream.rangeClosed(1, 7).mapToObj(i -> "[cloud-" + i + "]").collect(Collectors.joining(" "));
        assertEquals(
                List.of(1L, 2L, 3L, 4L, 5L),
                ThreadingHints.tags(subject).stream()
                        .map(ThreadingHints.Tag::number)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Fwd: Jira|true|false",
                "TR : Jira|true|false",
                "Re: Jira|false|true",
                "R: Jira|false|true",
                "RE：Jira|false|true",
                "Re：a: b|false|true",
                "Jira: Re|false|false",
                "Jira|false|false",
                ": Jira|false|false",
                "Re2: Jira|false|true",
                "Re^3: Jira|false|true",
                "[Re]: Jira|false|false",
                "2: Jira|false|false",
            })
    void a_prefix_says_whether_a_mail_answers_or_passes_on(String subject, boolean forward, boolean reply) {
        assertEquals(forward, SubjectPrefixes.isForward(subject));
        assertEquals(reply, SubjectPrefixes.isReply(subject));
    }

    @Test
    void of_two_colons_the_first_ends_the_prefix() {
        assertEquals("a：b", SubjectPrefixes.strip("Re: a：b"));
        assertEquals("a: b", SubjectPrefixes.strip("Re：a: b"));
        assertEquals("Jira", SubjectPrefixes.strip("：Jira".substring(1)));
    }

    @Test
    void the_first_id_of_a_header_may_begin_it() {
        assertEquals(List.of("a"), MessageIds.all("<a>", 1));
        assertEquals(List.of(), MessageIds.all("@x", 5));
        assertEquals(List.of("a@x"), MessageIds.all("@y a@x", 5));
        assertEquals(List.of("1@x"), MessageIds.references(ids(1, 3), 1));
    }

    @Test
    void prefixes_go_one_after_the_other_up_to_fifty() {
        assertEquals("Jira", SubjectPrefixes.strip("Re: ".repeat(49) + "Jira"));
        assertEquals("Re: Jira", SubjectPrefixes.strip("Re: ".repeat(51) + "Jira"));
    }

    @ParameterizedTest
    @CsvSource({
        "'Re: Jira', true",
        "'Re[12345678]: Jira', true",
        "'Re[1234567890]: Jira', true",
        "'Re[12345678901]: Jira', false"
    })
    void a_prefix_is_short(String subject, boolean reply) {
        assertEquals(reply, SubjectPrefixes.isReply(subject));
    }
}

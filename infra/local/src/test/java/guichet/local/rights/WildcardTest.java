package guichet.local.rights;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class WildcardTest {
    @Test
    void an_action_is_matched_whole_and_as_a_pattern() {
        assertTrue(Wildcard.action("dynamodb:GetItem").matches("dynamodb:getitem"));
        assertTrue(Wildcard.action("dynamodb:*").matches("dynamodb:getitem"));
        assertTrue(Wildcard.action("dynamodb:?etItem").matches("dynamodb:getitem"));
        assertFalse(Wildcard.action("dynamodb:Get").matches("dynamodb:getitem"));
        assertFalse(Wildcard.action("dynamodb:?GetItem").matches("dynamodb:getitem"));
        assertFalse(Wildcard.action("s3:*").matches("dynamodb:getitem"));
    }

    @Test
    void an_asterisk_at_the_end_of_an_arn_covers_all_that_follows() {
        var objects = Wildcard.arn("arn:aws:s3:::files/mail/*");
        assertTrue(objects.matches("arn:aws:s3:::files/mail/unrouted/a:b"));
        assertTrue(objects.matches("arn:aws:s3:::files/mail/"));
        assertFalse(objects.matches("arn:aws:s3:::files/mails/a"));
        assertTrue(Wildcard.arn("*").matches("arn:aws:s3:::files/mail/a"));
        assertTrue(Wildcard.arn("arn:aws:logs:eu-west-1:0:log-group:/x:*")
                .matches("arn:aws:logs:eu-west-1:0:log-group:/x:log-stream:y"));
    }

    @Test
    void an_asterisk_within_a_segment_of_an_arn_does_not_leave_it() {
        assertTrue(Wildcard.arn("arn:aws:sqs:eu-*-1:0:queue").matches("arn:aws:sqs:eu-west-1:0:queue"));
        assertFalse(Wildcard.arn("arn:aws:sqs:eu-*-1:0:queue").matches("arn:aws:sqs:eu-x:y-1:0:queue"));
        assertFalse(Wildcard.arn("arn:aws:sqs:?:0:queue").matches("arn:aws:sqs:::0:queue"));
    }

    @Test
    void what_means_something_to_a_regular_expression_means_nothing_here() {
        assertTrue(Wildcard.value("g#H#*").matches("g#H#cloud"));
        assertTrue(Wildcard.value("*@cloud.example").matches("support@cloud.example"));
        assertFalse(Wildcard.value("*@cloud.example").matches("support@cloudyexample"));
        assertTrue(Wildcard.value("a(b)[c]{1}").matches("a(b)[c]{1}"));
        assertTrue(Wildcard.value("two*lines").matches("two\nlines"));
    }
}

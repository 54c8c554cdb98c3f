package guichet.core.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.signing.SigningKeys;
import guichet.core.ticket.TicketId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The address that answers go to names one ticket of one desk, for one person. */
class ReplyAddressTest {
    private static final SigningKeys KEYS = new SigningKeys("k1", Map.of("k1", new byte[32]));
    private static final String DESK = "support@cloud.example";
    private static final String ALICE = "alice@acme.example";
    private static final TicketId TICKET = new TicketId("cloud", 88);
    private static final String ADDRESS = ReplyAddress.of(KEYS, DESK, TICKET, ALICE);

    private static Optional<TicketId> verify(String address) {
        return ReplyAddress.verify(KEYS, "cloud", address, ALICE);
    }

    @Test
    void whom_it_was_made_for_finds_the_ticket_whatever_case_servers_give_it() {
        assertEquals(Optional.of(TICKET), verify(ADDRESS));
        assertEquals(Optional.of(TICKET), verify(ADDRESS.toUpperCase(Locale.ROOT)));
        assertEquals(Optional.of(TICKET), ReplyAddress.verify(KEYS, "cloud", ADDRESS, "Alice@ACME.example"));
        assertEquals(ADDRESS, ReplyAddress.of(KEYS, DESK, TICKET, "Alice@ACME.example"));
    }

    @Test
    void it_is_worth_nothing_for_another_person_ticket_or_desk() {
        assertEquals(Optional.empty(), ReplyAddress.verify(KEYS, "cloud", ADDRESS, "albert@acme.example"));
        assertEquals(Optional.empty(), ReplyAddress.verify(KEYS, "cloud", ADDRESS, ""));
        assertEquals(Optional.empty(), verify(ADDRESS.replace("+88.", "+89.")));
        assertEquals(Optional.empty(), ReplyAddress.verify(KEYS, "logeas", ADDRESS, ALICE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                DESK,
                "support+88@cloud.example",
                "support+88.k1.aaaaaaaaaaaaaaaa@cloud.example",
                "support+88.k1.@cloud.example",
                "support+088.k1.aaaaaaaaaaaaaaaa@cloud.example",
                "support@cloud.example+88.k1.aaaaaaaaaaaaaaaa",
                "",
            })
    void any_other_address_names_no_ticket(String address) {
        assertEquals(Optional.empty(), verify(address));
    }

    @Test
    void every_character_of_it_counts() {
        var tag = ADDRESS.substring(0, ADDRESS.lastIndexOf('@'));
        for (var at = tag.indexOf('+') + 1; at < tag.length(); at++) {
            var other = tag.charAt(at) == '7' ? '6' : '7';
            var changed = tag.substring(0, at) + other + tag.substring(at + 1) + "@cloud.example";
            assertNotEquals(Optional.of(TICKET), verify(changed), changed);
        }
    }

    @Test
    void an_address_of_before_the_keys_changed_still_works_and_new_ones_are_signed_anew() {
        var key = new byte[32];
        key[0] = 1;
        var both = new SigningKeys("k2", Map.of("k1", new byte[32], "k2", key));
        assertEquals(Optional.of(TICKET), ReplyAddress.verify(both, "cloud", ADDRESS, ALICE));
        assertTrue(ReplyAddress.of(both, DESK, TICKET, ALICE).startsWith("support+88.k2."));
    }

    @Test
    void what_was_signed_for_another_purpose_is_no_reply_address() {
        var list = new SigningKeys("k1", Map.of("k1", new byte[32])).sign(10, "cloud-88", ALICE);
        var reply = new SigningKeys("k1", Map.of("k1", new byte[32])).sign(10, "reply", "cloud-88", ALICE);
        assertNotEquals(ADDRESS, DESK.replace("@", "+88.k1." + base32(list) + "@"));
        assertEquals(ADDRESS, DESK.replace("@", "+88.k1." + base32(reply) + "@"));
    }

    private static String base32(byte[] bytes) {
        var bits = new java.math.BigInteger(1, bytes).toString(2);
        bits = "0".repeat(bytes.length * 8 - bits.length()) + bits;
        var out = new StringBuilder();
        for (var at = 0; at < bits.length(); at += 5) {
            out.append("abcdefghijklmnopqrstuvwxyz234567".charAt(Integer.parseInt(bits.substring(at, at + 5), 2)));
        }
        return out.toString();
    }

    @Test
    void the_local_part_stays_within_sixty_four_octets() {
        var longest = ReplyAddress.of(KEYS, DESK, new TicketId("cloud", 999_999_999_999L), ALICE);
        assertTrue(longest.indexOf('@') <= 64, longest);
        assertEquals(Optional.of(new TicketId("cloud", 999_999_999_999L)), verify(longest));
    }
}

package guichet.cli.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.cli.LocalTable;
import guichet.store.SignInBindings;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInAccessTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    /** A user pool as the AWS CLI shows it, after AWS's documentation: nobody ran this on AWS. */
    private static final class Pool implements Tools {
        private static final class User {
            String email;
            boolean verified = true;
            boolean enabled = true;
        }

        final Map<String, User> users = new LinkedHashMap<>();
        final List<String> done = new ArrayList<>();

        @Override
        public int run(List<String> command) {
            throw new AssertionError("nothing asks anybody anything here: " + command);
        }

        @Override
        public Result read(List<String> command) {
            var words = command.subList(5, command.size());
            done.add(String.join(" ", words));
            var name = words.stream()
                    .filter(word -> word.startsWith("--username="))
                    .map(word -> word.substring("--username=".length()))
                    .findFirst()
                    .orElse("");
            var sub = users.containsKey(name)
                    ? Optional.of(name)
                    : users.entrySet().stream()
                            .filter(user -> user.getValue().email.equals(name))
                            .map(Map.Entry::getKey)
                            .findFirst();
            return switch (words.get(1)) {
                case "describe-stacks" ->
                    ok(
                            "{\"Stacks\":[{\"Outputs\":[{\"OutputKey\":\"Table\",\"OutputValue\":\"guichet\"},{\"OutputKey\":\"UserPool\",\"OutputValue\":\"eu-west-1_p\"}]}]}");
                case "get-caller-identity" -> ok("{\"Account\":\"1\",\"Arn\":\"arn:aws:iam::1:user/lea\"}");
                case "admin-get-user" ->
                    sub.map(found -> ok("{\"Username\":\"%s\",\"Enabled\":%s,\"UserAttributes\":%s}"
                                    .formatted(found, users.get(found).enabled, attributes(found))))
                            .orElse(
                                    new Result(
                                            254,
                                            "",
                                            "An error occurred (UserNotFoundException) when calling the AdminGetUser operation: User does not exist."));
                case "admin-create-user" -> {
                    var user = new User();
                    user.email = name;
                    var made = "sub-" + users.size();
                    users.put(made, user);
                    yield ok("{\"User\":{\"Username\":\"%s\",\"Enabled\":true,\"Attributes\":%s}}"
                            .formatted(made, attributes(made)));
                }
                case "admin-disable-user", "admin-enable-user" -> {
                    users.get(sub.orElseThrow()).enabled = words.get(1).equals("admin-enable-user");
                    yield ok("");
                }
                default -> throw new AssertionError(words.toString());
            };
        }

        private String attributes(String sub) {
            return "[{\"Name\":\"email\",\"Value\":\"%s\"},{\"Name\":\"email_verified\",\"Value\":\"%s\"},{\"Name\":\"sub\",\"Value\":\"%s\"}]"
                    .formatted(users.get(sub).email, users.get(sub).verified, sub);
        }

        private static Result ok(String out) {
            return new Result(0, out, "");
        }
    }

    private final Pool pool = new Pool();
    private final List<String> said = new ArrayList<>();
    private LocalTable table;
    private SignInBindings bindings;
    private SignInAccess access;

    @BeforeEach
    void aTableAndAPool() throws IOException {
        table = LocalTable.make();
        bindings = new SignInBindings(table.db(), LocalTable.NAME);
        access = new SignInAccess(DeployedStack.find(new AwsCli(pool, "eu-west-1"), "guichet"), bindings, said::add);
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void whoever_is_new_is_invited_at_the_address_and_bound_to_it() {
        access.grant("Alice@ACME.example", MONDAY);
        var made = pool.done.stream()
                .filter(line -> line.contains("admin-create-user"))
                .findFirst()
                .orElseThrow();
        assertTrue(made.contains("--username=alice@acme.example --desired-delivery-mediums EMAIL"), made);
        assertTrue(made.contains("{\"Name\":\"email_verified\",\"Value\":\"true\"}"), made);
        assertEquals(
                Optional.of(
                        new SignInBindings.Binding("sub-0", "alice@acme.example", "arn:aws:iam::1:user/lea", MONDAY)),
                bindings.of("alice@acme.example"));
    }

    @Test
    void granting_twice_invites_once() {
        access.grant("alice@acme.example", MONDAY);
        access.grant("alice@acme.example", MONDAY.plusSeconds(60));
        assertEquals(1, pool.users.size());
        assertEquals(MONDAY, bindings.of("alice@acme.example").orElseThrow().at());
    }

    @Test
    void an_address_that_the_pool_holds_unverified_is_not_bound() {
        access.grant("alice@acme.example", MONDAY);
        pool.users.get("sub-0").email = "lea@cloud.example";
        pool.users.get("sub-0").verified = false;
        assertThrows(Failure.class, () -> access.grant("lea@cloud.example", MONDAY));
        assertEquals(Optional.empty(), bindings.of("lea@cloud.example"));
        assertEquals(Optional.of("alice@acme.example"), bindings.address("sub-0"), "and what was, holds");
    }

    @Test
    void a_verified_new_address_counts_once_it_is_granted_and_the_old_one_no_more() {
        access.grant("alice@acme.example", MONDAY);
        pool.users.get("sub-0").email = "alice.martin@acme.example";
        assertEquals(Optional.of("alice@acme.example"), bindings.address("sub-0"));
        access.grant("alice.martin@acme.example", MONDAY);
        assertEquals(Optional.of("alice.martin@acme.example"), bindings.address("sub-0"));
        assertEquals(Optional.empty(), bindings.of("alice@acme.example"));
        assertTrue(said.contains("they were alice@acme.example before, and are no longer"), said.toString());
    }

    @Test
    void an_address_passed_on_leaves_its_former_holder_nobody() {
        access.grant("info@acme.example", MONDAY);
        pool.users.get("sub-0").email = "alice@acme.example";
        access.grant("info@acme.example", MONDAY);
        assertEquals(Optional.empty(), bindings.address("sub-0"));
        assertEquals(Optional.of("info@acme.example"), bindings.address("sub-1"));
    }

    @Test
    void whose_access_is_taken_back_is_nobody_and_cannot_sign_in_until_it_is_given_again() {
        access.grant("alice@acme.example", MONDAY);
        access.revoke("alice@acme.example");
        assertEquals(Optional.empty(), bindings.address("sub-0"));
        assertFalse(pool.users.get("sub-0").enabled);
        access.grant("alice@acme.example", MONDAY);
        assertTrue(pool.users.get("sub-0").enabled);
        assertEquals(Optional.of("alice@acme.example"), bindings.address("sub-0"));
        assertThrows(Failure.class, () -> access.revoke("nobody@acme.example"));
    }

    @Test
    void what_is_no_address_reaches_no_tool() {
        pool.done.clear();
        for (var bad : List.of(
                "alice",
                "--query",
                "file:///etc/passwd",
                "a@b",
                "a\"@acme.example",
                "alice@acme.example --x",
                "a".repeat(250) + "@acme.example")) {
            assertThrows(Failure.class, () -> access.grant(bad, MONDAY), bad);
        }
        assertEquals(List.of(), pool.done);
    }
}

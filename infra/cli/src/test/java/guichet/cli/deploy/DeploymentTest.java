package guichet.cli.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeploymentTest {
    /**
     * An account as the two tools show it; what nobody ran on AWS is tried here against what AWS's documentation says
     * they print.
     */
    private static final class Account implements Tools {
        String active = "";
        boolean stackThere;
        boolean keyThere;
        boolean samFails;
        String ruleSet = "guichet";
        final List<String> done = new ArrayList<>();

        @Override
        public int run(List<String> command) {
            done.add(String.join(" ", command));
            if (samFails) {
                return 1;
            }
            stackThere = true;
            command.stream()
                    .filter(word -> word.startsWith("ReceiptRuleSet="))
                    .forEach(word -> ruleSet = word.substring(word.indexOf('=') + 1));
            return 0;
        }

        @Override
        public Result read(List<String> command) {
            var words = String.join(" ", command.subList(5, command.size()));
            done.add(words);
            if (words.startsWith("sts ")) {
                return ok("{\"Account\": \"123456789012\"}");
            }
            if (words.startsWith("cloudformation ")) {
                return stackThere
                        ? ok("{\"Stacks\":[{\"Outputs\":[{\"OutputKey\":\"ReceiptRuleSet\",\"OutputValue\":\"" + ruleSet
                                + "\"},{\"OutputKey\":\"Keys\",\"OutputValue\":\"/guichet/keys\"},{\"OutputKey\":\"PortalUrl\",\"OutputValue\":\"https://p.example\"}"
                                + ",{\"OutputKey\":\"DnsRecords\",\"OutputValue\":\"a CNAME b\\nc TXT d\"}]}]}")
                        : new Result(
                                254, "", "An error occurred (ValidationError): Stack with id guichet does not exist");
            }
            if (words.equals("ses describe-active-receipt-rule-set")) {
                return ok(active.isEmpty() ? "" : "{\"Metadata\": {\"Name\": \"" + active + "\"}}");
            }
            if (words.startsWith("ses set-active")) {
                active = command.getLast();
                return ok("");
            }
            if (words.startsWith("ssm get-parameters-by-path")) {
                return ok(keyThere ? "{\"Names\": [\"/guichet/keys/k1\"]}" : "{\"Names\": []}");
            }
            return ok("{\"ProductionAccessEnabled\": false}");
        }

        private static Result ok(String out) {
            return new Result(0, out, "");
        }
    }

    private final List<String> said = new ArrayList<>();

    private void deploy(Account account) {
        new Deployment(account, "guichet", "eu-west-1", said::add).run(List.of("MailDomain=m.example"), List.of());
    }

    @Test
    void in_an_empty_account_our_rule_set_becomes_the_active_one() {
        var account = new Account();
        deploy(account);
        assertEquals("guichet", account.active);
        assertTrue(said.contains("receipt rule set guichet is now the active one"), said.toString());
    }

    @Test
    void another_active_rule_set_is_added_to_and_never_replaced() {
        var account = new Account();
        account.active = "theirs";
        deploy(account);
        assertEquals("theirs", account.active);
        assertEquals("theirs", account.ruleSet);
        assertFalse(account.done.stream().anyMatch(line -> line.startsWith("ses set-active")), account.done.toString());
    }

    @Test
    void a_second_deployment_keeps_rule_set_and_key() {
        var account = new Account();
        deploy(account);
        account.keyThere = true;
        account.done.clear();
        deploy(account);
        assertFalse(
                account.done.stream()
                        .anyMatch(line -> line.contains("put-parameter")
                                || line.contains("ReceiptRuleSet=")
                                || line.contains("set-active")),
                account.done.toString());
    }

    @Test
    void the_first_deployment_makes_a_signing_key_and_never_prints_it() {
        var account = new Account();
        deploy(account);
        var put = account.done.stream()
                .filter(line -> line.contains("put-parameter --name /guichet/keys/k1 --type SecureString"))
                .findFirst()
                .orElseThrow();
        var key = put.substring(put.lastIndexOf(' ') + 1);
        assertFalse(said.stream().anyMatch(line -> line.contains(key)), said.toString());
    }

    @Test
    void when_sam_fails_nothing_else_is_done() {
        var account = new Account();
        account.samFails = true;
        assertThrows(Failure.class, () -> deploy(account));
        assertTrue(account.done.getLast().startsWith("sam deploy"), account.done.toString());
    }

    @Test
    void it_prints_the_dns_records_and_says_that_ses_is_in_its_sandbox() {
        deploy(new Account());
        assertTrue(said.contains("  a CNAME b") && said.contains("  c TXT d"), said.toString());
        assertTrue(said.stream().anyMatch(line -> line.contains("sandbox")), said.toString());
    }
}

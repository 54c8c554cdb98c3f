package guichet.cli.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.core.text.MailAddress;
import guichet.store.SignInBindings;
import guichet.store.SignInBindings.Binding;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Who may sign in: a user in Cognito's pool, and the binding of that user's {@code sub} to a mail address in the table.
 * Only an address that the pool holds as verified is bound, and an address that changes in the pool means nothing until
 * it is bound anew. What a person may do once signed in is not decided here.
 */
public final class SignInAccess {
    private static final String VERIFIED =
            "[{\"Name\":\"email\",\"Value\":\"%s\"},{\"Name\":\"email_verified\",\"Value\":\"true\"}]";

    private final AwsCli aws;
    private final String pool;
    private final SignInBindings bindings;
    private final Consumer<String> say;

    public SignInAccess(DeployedStack stack, SignInBindings bindings, Consumer<String> say) {
        this.aws = stack.aws();
        this.pool = stack.outputs().get("UserPool");
        this.bindings = bindings;
        this.say = say;
    }

    /** @throws Failure if the pool knows the address, but nobody showed that it is theirs */
    public void grant(String written, Instant now) {
        var address = address(written);
        var by = aws.json("sts", "get-caller-identity").path("Arn").asText();
        var sub = known(address).map(user -> welcomeBack(user, address)).orElseGet(() -> invite(address));
        var before = bindings.bind(new Binding(sub, address, by, now));
        before.address()
                .filter(former -> !former.equals(address))
                .ifPresent(former -> say.accept("they were " + former + " before, and are no longer"));
        before.sub()
                .filter(former -> !former.equals(sub))
                .ifPresent(
                        former -> say.accept("another user, " + former + ", had this address; that one is nobody now"));
        say.accept(address + " may sign in");
    }

    /** Portals remember a binding for two minutes: so long it may still hold. */
    public void revoke(String written) {
        var address = address(written);
        var sub = bindings.release(address)
                .map(Binding::sub)
                .or(() -> known(address).map(user -> attribute(user, "sub")))
                .orElseThrow(() -> new Failure("nobody signs in as " + address));
        aws.unless(
                "UserNotFoundException",
                "cognito-idp",
                "admin-disable-user",
                "--user-pool-id",
                pool,
                "--username=" + sub);
        say.accept(address + " may not sign in any more; what is open ends within two minutes");
    }

    private Optional<JsonNode> known(String address) {
        return aws.unless(
                "UserNotFoundException",
                "cognito-idp",
                "admin-get-user",
                "--user-pool-id",
                pool,
                "--username=" + address);
    }

    private String welcomeBack(JsonNode user, String address) {
        if (!attribute(user, "email").equalsIgnoreCase(address)
                || !attribute(user, "email_verified").equals("true")) {
            throw new Failure("the user pool has " + address + ", but not as a verified address; nothing was changed");
        }
        var sub = attribute(user, "sub");
        if (!user.path("Enabled").asBoolean(true)) {
            aws.text("cognito-idp", "admin-enable-user", "--user-pool-id", pool, "--username=" + sub);
        }
        return sub;
    }

    /** The invitation goes to the address: whoever signs in with its password has read it there. */
    private String invite(String address) {
        var made = aws.json(
                        "cognito-idp",
                        "admin-create-user",
                        "--user-pool-id",
                        pool,
                        "--username=" + address,
                        "--desired-delivery-mediums",
                        "EMAIL",
                        "--user-attributes",
                        VERIFIED.formatted(address))
                .path("User");
        say.accept("a new user; Cognito mails the invitation");
        return attribute(made, "sub");
    }

    /** {@code admin-get-user} says UserAttributes where {@code admin-create-user} says Attributes. */
    private static String attribute(JsonNode user, String name) {
        for (var attribute : user.path(user.has("UserAttributes") ? "UserAttributes" : "Attributes")) {
            if (attribute.path("Name").asText().equals(name)) {
                return attribute.path("Value").asText();
            }
        }
        throw new Failure("the user pool did not say the " + name + " of this user");
    }

    /** What can neither end an argument of the AWS CLI nor a string in JSON. */
    private static String address(String written) {
        var address = MailAddress.kept(written.strip());
        if (address.length() > 254 || !address.matches("[a-z0-9!#$%&'*+/=?^_`{|}~.-]+@[a-z0-9.-]+\\.[a-z0-9-]+")) {
            throw new Failure("\"" + written + "\" is no mail address; allowed: somebody@example.org");
        }
        return address;
    }
}

package guichet.portal.people;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A {@code sub} that is bound decides; else the {@code email} claim counts, but only where its issuer vouches for it: the local stack's
 * own, or one that says {@code email_verified}.
 *
 * @param bindings    address by {@code sub}
 * @param localIssuer issuer of the local stack's tokens; empty in the cloud
 */
public record ClaimedIdentities(Function<String, Optional<String>> bindings, Optional<String> localIssuer) implements Identities {
    private static final int LONGEST_ADDRESS = 254;

    @Override
    public Optional<String> address(Map<String, String> claims) {
        return Optional.ofNullable(claims.get("sub")).filter(sub -> !sub.isBlank()).flatMap(bindings)
                .or(() -> Optional.ofNullable(claims.get("email")).filter(_ -> isVouchedFor(claims)))
                .filter(ClaimedIdentities::isAddress).map(address -> address.toLowerCase(Locale.ROOT));
    }

    private boolean isVouchedFor(Map<String, String> claims) {
        return "true".equals(claims.get("email_verified")) || localIssuer.isPresent() && localIssuer.get().equals(claims.get("iss"));
    }

    private static boolean isAddress(String address) {
        return address.length() <= LONGEST_ADDRESS && address.matches("[^\\s@\\p{Cntrl}<>,;\"]+@[^\\s@\\p{Cntrl}<>,;\"]+");
    }
}

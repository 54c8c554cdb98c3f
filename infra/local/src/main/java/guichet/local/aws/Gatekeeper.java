package guichet.local.aws;

import java.util.Optional;

/** Asked of each call that is not the account owner's before it is carried out, as IAM is. */
public interface Gatekeeper {
    /** @return why the call is denied, as AWS says it; empty where it may be carried out */
    Optional<String> denies(ApiCall call);
}

package guichet.core.desk.file;

import guichet.core.text.DomainName;
import guichet.core.text.MailAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names that a desk file gives to things, and addresses. */
final class Identifiers {
    static final String ALLOWED = "lower-case letters, digits, - _ and /, up to 40 of them, such as en-cours";
    static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9/_-]{0,39}");
    static final Pattern DESK = Pattern.compile("[a-z][a-z0-9]{0,19}");
    private static final Pattern DOMAIN =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+");
    private static final Pattern LOCAL =
            Pattern.compile("(?=.{1,64}@)[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@.*");

    private Identifiers() {}

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** Says so where {@code name}, a key of that place, is no proper name. */
    static void check(String name, YamlNode place) {
        if (!isId(name)) {
            place.problem("not a name that others can refer to", name, ALLOWED);
        }
    }

    static Optional<String> desk(String text) {
        return Optional.of(text).filter(id -> DESK.matcher(id).matches());
    }

    /** As it is kept: in lower case and A-labels. */
    static Optional<String> domain(String text) {
        return Optional.of(DomainName.kept(text))
                .filter(domain -> DOMAIN.matcher(domain).matches());
    }

    /** As it is kept. */
    static Optional<String> address(String text) {
        var address = MailAddress.kept(text);
        var at = address.lastIndexOf('@');
        return at > 0
                        && LOCAL.matcher(address).matches()
                        && domain(address.substring(at + 1)).isPresent()
                ? Optional.of(address)
                : Optional.empty();
    }

    static Optional<String> address(YamlNode place) {
        return place.text(Identifiers::address, "not a mail address", "somebody@example.org");
    }
}

package guichet.local.rights;

import guichet.local.template.TemplateException;
import java.util.List;
import java.util.Map;

/**
 * A condition of a statement, on one key. The call has one value of it or none: what takes several keys at once is
 * looked at key by key, and {@code ForAllValues:} holds for all of them if it holds for each.
 *
 * @param absent whether it holds where the call has no such key
 * @param negated whether none of the values may match, instead of one
 */
record PolicyCondition(String key, boolean absent, boolean negated, List<Wildcard> values) {
    private static final String EACH = "ForAllValues:";
    private static final String IF_EXISTS = "IfExists";

    /**
     * @param operator of IAM's, such as {@code StringLike}
     * @param key in lower case
     * @throws TemplateException if the operator is not known here
     */
    static PolicyCondition of(String operator, String key, List<String> values) {
        var each = operator.startsWith(EACH);
        var optional = operator.endsWith(IF_EXISTS);
        var plain =
                operator.substring(each ? EACH.length() : 0, operator.length() - (optional ? IF_EXISTS.length() : 0));
        var negated = plain.startsWith("StringNot");
        var wildcards = values.stream()
                .map(
                        switch (plain) {
                            case "StringEquals", "StringNotEquals" -> PolicyCondition::literal;
                            case "StringLike", "StringNotLike" -> Wildcard::value;
                            default ->
                                throw new TemplateException(
                                        "the local stack does not know the condition operator " + operator);
                        })
                .toList();
        return new PolicyCondition(key, each || optional || negated, negated, wildcards);
    }

    private static Wildcard literal(String value) {
        return new Wildcard(value, java.util.regex.Pattern.compile(java.util.regex.Pattern.quote(value)));
    }

    boolean holds(Map<String, String> context) {
        var value = context.get(key);
        return value == null ? absent : negated != values.stream().anyMatch(wanted -> wanted.matches(value));
    }
}

package guichet.local.rights;

import java.util.Map;

/**
 * One right that a call needs: a call may need several.
 *
 * @param action such as {@code dynamodb:GetItem}
 * @param resource an ARN
 * @param context the condition keys that the call has a value for, in lower case
 */
record Need(String action, String resource, Map<String, String> context) {
    static Need of(String action, String resource) {
        return new Need(action, resource, Map.of());
    }

    Need with(String key, String value) {
        return new Need(action, resource, Map.of(key, value));
    }

    @Override
    public String toString() {
        var given = context.isEmpty() ? "" : " with " + context;
        return action + " on " + resource + given;
    }
}

package guichet.local.gateway;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether a request was meant for this machine, and by it: what is under {@code /_local} makes tokens for anybody. A
 * page of somewhere else can have a browser send requests here (it says where it comes from), and a name of somewhere
 * else can be made to lead here (then it stands in {@code Host}).
 */
final class SameMachine {
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[?::1\\]?", Pattern.CASE_INSENSITIVE);

    private SameMachine() {}

    /** In words; empty for whoever may ask. */
    static Optional<String> whyNot(Headers headers) {
        var host = headers.getFirst("Host");
        if (host == null || !isLoopback(host.replaceFirst(":\\d{1,5}$", ""))) {
            return Optional.of("/_local answers to 127.0.0.1, [::1] and localhost, not to \"" + shown(host) + "\"");
        }
        var origin = headers.getFirst("Origin");
        return origin == null || isLoopback(hostOf(origin))
                ? Optional.empty()
                : Optional.of("/_local answers no page of \"" + shown(origin) + "\"");
    }

    private static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host).matches();
    }

    private static String hostOf(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getHost()).orElse("");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String shown(String written) {
        var text = written == null ? "" : written.replaceAll("[^\\x20-\\x7e]", "?");
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}

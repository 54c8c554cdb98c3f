package guichet.core.story;

import guichet.core.command.Command;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Requester;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a story's agents correct: the first name of what they say names the correction, as the API's paths do. */
public final class Correcting {
    /** What can be corrected, besides the form's fields; each with what may be said beside it. */
    static final List<String> NAMES = List.of("subject", "type", "requester", "organization", "contract");

    private Correcting() {}

    /** The correction's own name. */
    public static String name(Map<String, String> with) {
        return with.keySet().iterator().next();
    }

    /** As the API takes it. */
    public static Map<String, String> body(Map<String, String> with) {
        var body = new LinkedHashMap<>(with);
        Optional.ofNullable(body.remove("type")).ifPresent(type -> body.put("to", type));
        Optional.ofNullable(body.remove("requester")).ifPresent(requester -> body.put("email", requester));
        return body;
    }

    /** @param people who people are at the desk @param contract of an organization, by its id */
    static Command.Correction command(
            Actor by,
            Act.Corrects act,
            Function<String, Requester> people,
            Function<String, Optional<String>> contract) {
        var with = new HashMap<>(act.with());
        var value = with.remove(name(act.with()));
        return switch (name(act.with())) {
            case "subject" -> new Command.SetSubject(by, value, act.reason());
            case "type" -> {
                var state = Optional.ofNullable(with.remove("state"));
                yield new Command.SetType(by, value, state, with, act.reason());
            }
            case "requester" -> new Command.SetRequester(by, people.apply(value), act.reason());
            case "organization" ->
                new Command.SetOrganization(by, Optional.of(value), contract.apply(value), act.reason());
            case "contract" -> new Command.SetContract(by, value, act.reason());
            default -> throw new IllegalArgumentException("nothing to correct: " + act);
        };
    }
}

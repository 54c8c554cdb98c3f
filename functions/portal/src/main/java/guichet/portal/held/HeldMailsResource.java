package guichet.portal.held;

import com.fasterxml.jackson.core.JsonGenerator;
import guichet.core.text.MailAddress;
import guichet.core.ticket.Person;
import guichet.portal.http.JsonBody;
import guichet.portal.http.ListCursors;
import guichet.portal.http.Problem;
import guichet.portal.http.ProblemWords;
import guichet.portal.http.Request;
import guichet.portal.http.RequestBodies;
import guichet.portal.http.Resource;
import guichet.portal.http.Response;
import guichet.portal.http.Routes;
import guichet.portal.http.ViewJson;
import guichet.portal.people.Caller;
import guichet.portal.people.CallerResolver;
import guichet.portal.ticket.PersonView;
import guichet.store.HeldMail;
import guichet.store.HeldMail.Decision;
import guichet.store.HeldMail.Verdict;
import guichet.store.HeldMailTable.Decided;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The mails that a desk holds, and what its people decide on them (S0-02). The next sweep carries a decision out,
 * within a minute.
 */
@Singleton
public class HeldMailsResource implements Resource {
    private static final String HELD = "/api/desks/{desk}/held-mails";
    private static final int PAGE = 25;
    private static final List<String> VERDICTS =
            Stream.of(Verdict.values()).map(HeldMailsResource::word).toList();

    record Ask(String allow) {}

    @Inject
    CallerResolver callers;

    @Inject
    HeldMailDecisions held;

    @Inject
    ListCursors cursors;

    @Override
    public void routes(Routes routes) {
        routes.get(HELD, this::list, "cursor");
        routes.post(HELD + "/{mail}/decision", this::decide);
    }

    private Response list(Request request) {
        var caller = agent(request);
        var desk = caller.desk().id();
        var question = "held-mails:" + desk;
        var after = request.query("cursor")
                .map(given -> cursors.open(caller.address(), question, given)
                        .orElseThrow(() -> ListCursors.notOurs(given).asException()));
        var mails = held.list(desk, after, PAGE);
        var next = mails.size() == PAGE
                ? Optional.of(
                        cursors.seal(caller.address(), question, mails.getLast().id()))
                : Optional.<String>empty();
        return Response.ok(out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (var mail : mails) {
                write(out, mail, caller);
            }
            out.writeEndArray();
            ViewJson.text(out, "next", next);
            out.writeEndObject();
        });
    }

    /**
     * Of two who decide at once one does, and the other hears what was decided, and by whom; saying the same thing
     * again is no mistake.
     */
    private Response decide(Request request) {
        var caller = agent(request);
        var verdict = verdict(RequestBodies.read(request.body(), Ask.class).allow());
        return switch (held.decide(
                caller.desk().id(), request.variable("mail"), verdict, caller.address(), request.now())) {
            case Decided.NotHeld _ -> throw Problem.notFound().asException();
            case Decided.Done done -> Response.ok(out -> write(out, done.mail(), caller));
            case Decided.Before before
            when same(before.mail().decision().orElseThrow(), verdict, caller) ->
                Response.ok(out -> write(out, before.mail(), caller));
            case Decided.Before before ->
                throw decidedBefore(before.mail(), caller).asException();
        };
    }

    private Caller agent(Request request) {
        var caller = callers.at(request.variable("desk"), request);
        if (!caller.isStaff()) {
            throw Problem.notAllowed(ProblemWords.FOR_AGENTS_HELD_MAILS).asException();
        }
        return caller;
    }

    private static Verdict verdict(String allow) {
        var wanted = allow == null ? "" : allow;
        if (!VERDICTS.contains(wanted)) {
            var all = String.join(", ", VERDICTS);
            throw Problem.badValue("allow", wanted, VERDICTS, ProblemWords.BAD_VALUE_ONE_OF.with("allow", all))
                    .asException();
        }
        return Verdict.valueOf(wanted.toUpperCase(Locale.ROOT));
    }

    private static boolean same(Decision decision, Verdict verdict, Caller caller) {
        return decision.verdict() == verdict && decision.by().equals(caller.address());
    }

    private static Problem decidedBefore(HeldMail mail, Caller reader) {
        var decision = mail.decision().orElseThrow();
        var who = decider(decision, reader).display();
        var what = word(decision.verdict());
        return Problem.of(
                        409,
                        "already-decided",
                        ProblemWords.ALREADY_DECIDED,
                        ProblemWords.ALREADY_DECIDED_DETAIL.with(who, what))
                .with("decision", (JsonBody) out -> write(out, decision, reader));
    }

    private static void write(JsonGenerator out, HeldMail mail, Caller reader) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", mail.id());
        out.writeStringField("from", MailAddress.shown(mail.sender()));
        out.writeStringField("fromName", mail.name());
        out.writeStringField("subject", mail.subject());
        out.writeStringField("text", mail.text());
        out.writeStringField("at", mail.at().toString());
        out.writeStringField("reason", mail.reason());
        out.writeFieldName("decision");
        if (mail.decision().isPresent()) {
            write(out, mail.decision().get(), reader);
        } else {
            out.writeNull();
        }
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, Decision decision, Caller reader) throws IOException {
        out.writeStartObject();
        out.writeStringField("allow", word(decision.verdict()));
        PersonView.field(out, "by", decider(decision, reader), reader);
        out.writeStringField("at", decision.at().toString());
        out.writeEndObject();
    }

    private static Person decider(Decision decision, Caller reader) {
        return reader.desk()
                .staffMember(decision.by())
                .map(member -> new Person(member.address(), member.name()))
                .orElse(Person.of(decision.by()));
    }

    private static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }
}

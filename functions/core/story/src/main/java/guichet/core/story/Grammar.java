package guichet.core.story;

import guichet.core.desk.Channel;
import guichet.core.hours.Durations;
import guichet.core.hours.HoursSyntaxException;
import guichet.core.story.Story.Doing;
import guichet.core.story.Story.Sentence;
import guichet.core.text.Nearest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sentences of stories. */
public final class Grammar {
    private static final List<String> PHASES = List.of("waiting", "running", "paused", "met", "breached");
    private static final Pattern REFUSED =
            Pattern.compile("(.*\\S) and is refused(?: because of \"((?:[^\"\\\\]++|\\\\.)*+)\")?");

    private static final List<SentenceForm> DOINGS = List.of(
            doing(
                    "{who} mails \"{subject}\"[ saying \"{quote}\"][ with {addresses} in copy]",
                    v -> new Act.Mails(
                            v.get("who"),
                            v.get("subject"),
                            v.maybe("quote").orElse(v.get("subject")),
                            v.list("addresses"))),
            doing(
                    "{who} replies \"{quote}\"[ with {addresses} in copy]",
                    v -> new Act.Replies(v.get("who"), v.get("quote"), v.list("addresses"), false)),
            doing(
                    "{who} answers automatically \"{quote}\"",
                    v -> new Act.Replies(v.get("who"), v.get("quote"), List.of(), true)),
            doing(
                    "{who} opens \"{subject}\" in the portal[ for {customer}][ with {inputs}][ saying \"{quote}\"]",
                    v -> opens(v, Channel.PORTAL)),
            doing(
                    "{who} opens \"{subject}\" by phone for {customer}[ with {inputs}][ saying \"{quote}\"]",
                    v -> opens(v, Channel.PHONE)),
            doing("{who} comments \"{quote}\"", v -> new Act.Comments(v.get("who"), v.get("quote"), false)),
            doing("{who} notes \"{quote}\"", v -> new Act.Comments(v.get("who"), v.get("quote"), true)),
            doing("{who} moves to queue {queue}", v -> new Act.MovesToQueue(v.get("who"), v.get("queue"))),
            doing(
                    "{who} moves to {state}[ with {inputs}][ saying \"{quote}\"]",
                    v -> new Act.Moves(v.get("who"), v.get("state"), v.get("quote"), Inputs.read(v.get("inputs")))),
            doing(
                    "{who} escalates because {reason}[ saying \"{quote}\"]",
                    v -> new Act.Escalates(v.get("who"), v.get("reason"), v.get("quote"))),
            doing("{who} assigns to nobody", v -> new Act.Assigns(v.get("who"), Optional.empty())),
            doing("{who} assigns to {to}", v -> new Act.Assigns(v.get("who"), v.maybe("to"))),
            doing(
                    "{who} sets priority to {priority}[ because \"{quote}\"]",
                    v -> new Act.SetsPriority(v.get("who"), v.get("priority"), v.get("quote"))),
            doing(
                    "{who} fills in {inputs}[ because \"{quote}\"]",
                    v -> new Act.FillsIn(v.get("who"), Inputs.read(v.get("inputs")), v.get("quote"))),
            doing(
                    "{who} corrects {inputs}[ because \"{quote}\"]",
                    v -> new Act.Corrects(v.get("who"), Inputs.read(v.get("inputs")), v.get("quote"))),
            doing("sweeps stop", _ -> new Act.SweepsStop()),
            doing("sweeps go on", _ -> new Act.SweepsGoOn()));

    private static final List<SentenceForm> EXPECTATIONS = List.of(
            new SentenceForm("the state is {state}", v -> new Expectation.StateIs(v.get("state"))),
            new SentenceForm("nobody is sent anything", _ -> new Expectation.NobodyIsSent()),
            new SentenceForm("nobody else is sent anything", _ -> new Expectation.NobodyElseIsSent()),
            new SentenceForm("{who} is sent nothing", v -> new Expectation.IsSentNothing(v.get("who"))),
            new SentenceForm(
                    "{who} is sent \"{quote}\"",
                    v -> new Expectation.IsSent(v.get("who"), Optional.empty(), v.maybe("quote"))),
            new SentenceForm(
                    "{who} is sent {text}[ with \"{quote}\"]",
                    v -> new Expectation.IsSent(v.get("who"), v.maybe("text"), v.maybe("quote"))),
            new SentenceForm(
                    "{who} is not told because \"{quote}\"",
                    v -> new Expectation.IsNotTold(v.get("who"), v.get("quote"))),
            new SentenceForm("the clock {clock} is {phase}[ at {elapsed}][, due {time}]", Grammar::clock),
            new SentenceForm("there is no resolution", _ -> new Expectation.ResolutionIs(Optional.empty())),
            new SentenceForm(
                    "the resolution is {resolution}", v -> new Expectation.ResolutionIs(v.maybe("resolution"))),
            new SentenceForm("nobody owns the ticket", _ -> new Expectation.OwnerIs(Optional.empty())),
            new SentenceForm("the owner is {who}", v -> new Expectation.OwnerIs(v.maybe("who"))),
            new SentenceForm("the requester is {who}", v -> new Expectation.RequesterIs(v.get("who"))),
            new SentenceForm("the priority is {priority}", v -> new Expectation.PriorityIs(v.get("priority"))),
            new SentenceForm("the queue is {queue}", v -> new Expectation.QueueIs(v.get("queue"))),
            new SentenceForm(
                    "{who} sees {number} request[s]", v -> new Expectation.SeesRequests(v.get("who"), number(v))),
            new SentenceForm("{who} sees the ticket", v -> new Expectation.SeesTicket(v.get("who"), true)),
            new SentenceForm("{who} does not see the ticket", v -> new Expectation.SeesTicket(v.get("who"), false)),
            new SentenceForm(
                    "{who} may escalate[ because {names}], and is shown \"{quote}\"",
                    v -> new Expectation.MayEscalate(v.get("who"), v.list("names"), v.get("quote"))),
            new SentenceForm(
                    "{who} may move to {names}", v -> new Expectation.MayMoveTo(v.get("who"), v.list("names"))),
            new SentenceForm("{who} may not move the ticket", v -> new Expectation.MayMoveTo(v.get("who"), List.of())),
            new SentenceForm(
                    "the timeline says \"{quote}\"[ {number} times]",
                    v -> new Expectation.TimelineSays(
                            v.get("quote"), v.maybe("number").map(Integer::valueOf))),
            new SentenceForm(
                    "the timeline does not say \"{quote}\"",
                    v -> new Expectation.TimelineSays(v.get("quote"), Optional.of(0))),
            new SentenceForm("there is 1 ticket", _ -> new Expectation.TicketsAre(1)),
            new SentenceForm("there are {number} tickets", v -> new Expectation.TicketsAre(number(v))));

    private Grammar() {}

    /** Every sentence that a story may hold, as its forms show it. */
    public static List<String> forms() {
        return Stream.concat(DOINGS.stream(), EXPECTATIONS.stream())
                .map(SentenceForm::template)
                .toList();
    }

    /** @throws StoryProblem naming the nearest form, if there is no such sentence */
    static Sentence read(String sentence) {
        var refused = REFUSED.matcher(sentence);
        if (refused.matches()) {
            var done = first(DOINGS, refused.group(1));
            if (done.isPresent()) {
                var why = refused.group(2) == null ? "" : refused.group(2).replaceAll("\\\\(.)", "$1");
                return new Doing(((Doing) done.get()).act(), Optional.of(why));
            }
        }
        return first(DOINGS, sentence)
                .or(() -> first(EXPECTATIONS, sentence))
                .orElseThrow(() -> new StoryProblem("no such sentence", sentence, nearest(sentence)));
    }

    private static Optional<Sentence> first(List<SentenceForm> forms, String sentence) {
        return forms.stream()
                .map(form -> form.read(sentence))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The form that shares most words with the sentence, and leaves out fewest of its own. */
    private static String nearest(String sentence) {
        var words = SentenceForm.words(sentence.replaceAll("\"(?:[^\"\\\\]++|\\\\.)*+\"", " \" "));
        return Stream.concat(DOINGS.stream(), EXPECTATIONS.stream())
                .max(Comparator.comparingInt(form -> form.words().stream()
                        .mapToInt(word -> words.contains(word)
                                ? word.equals("\"") ? 1 : 2
                                : Nearest.to(word, words).isPresent() ? 1 : -1)
                        .sum()))
                .map(SentenceForm::template)
                .orElseThrow();
    }

    private static SentenceForm doing(String template, java.util.function.Function<SentenceForm.Values, Act> act) {
        return new SentenceForm(template, values -> new Doing(act.apply(values), Optional.empty()));
    }

    private static Act opens(SentenceForm.Values v, Channel channel) {
        return new Act.Opens(
                v.get("who"),
                channel,
                v.maybe("customer"),
                v.get("subject"),
                v.get("quote"),
                Inputs.read(v.get("inputs")));
    }

    private static Sentence clock(SentenceForm.Values v) {
        var phase = v.get("phase");
        if (!PHASES.contains(phase)) {
            throw new StoryProblem(
                    "a clock is never that" + Nearest.hint(phase, PHASES), phase, String.join(", ", PHASES));
        }
        try {
            return new Expectation.ClockIs(
                    v.get("clock"),
                    phase,
                    v.maybe("elapsed").map(Durations::parse),
                    v.maybe("time").map(Times::read));
        } catch (HoursSyntaxException bad) {
            throw new StoryProblem(bad.what(), bad.value(), bad.allowed());
        }
    }

    private static int number(SentenceForm.Values v) {
        return Integer.parseInt(v.get("number"));
    }
}

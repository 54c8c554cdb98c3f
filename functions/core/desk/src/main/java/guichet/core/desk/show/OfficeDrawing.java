package guichet.core.desk.show;

import guichet.core.desk.Desk;
import guichet.core.desk.Office;
import java.util.ArrayList;
import java.util.List;

/** What a desk does around its tickets, one line each. */
final class OfficeDrawing {
    private final Desk desk;
    private final RuleSentences say;
    private final Markdown page;

    OfficeDrawing(Desk desk, RuleSentences say, Markdown page) {
        this.desk = desk;
        this.say = say;
        this.page = page;
    }

    void draw() {
        var rows = rows(desk.office());
        if (!rows.isEmpty()) {
            page.heading(2, say.say(OfficeWords.OFFICE));
            page.table(List.of(say.say(DrawingWords.COLUMN_WHAT), say.say(OfficeWords.COLUMN_HOW)), rows);
        }
    }

    private List<List<String>> rows(Office office) {
        var rows = new ArrayList<List<String>>();
        office.dispatcher()
                .ifPresent(rule -> rows.add(List.of(
                        "dispatcher",
                        say.say(OfficeWords.FIRST_PRESENT.with(String.join(", ", rule.firstPresentOf()))))));
        office.duties()
                .forEach(duty -> rows.add(List.of(
                        duty.name(),
                        duty.from() + " – " + duty.doneBy() + " : "
                                + String.join(
                                        " ; ",
                                        duty.check().stream()
                                                .map(item -> item.in(say.language()))
                                                .toList()))));
        office.levels()
                .values()
                .forEach(level ->
                        rows.add(List.of(level.label().in(say.language()), String.join(", ", level.workedBy()))));
        office.entitlement()
                .ifPresent(rule -> rows.add(List.of(
                        say.say(OfficeWords.MAY_OPEN),
                        String.join(
                                ", ",
                                rule.tickets().stream()
                                        .map(id ->
                                                desk.contracts().get(id).label().in(say.language()))
                                        .toList()))));
        office.notTaken()
                .values()
                .forEach(answer -> rows.add(
                        List.of(say.say(OfficeWords.NOT_TAKEN), answer.label().in(say.language()))));
        office.access()
                .ifPresent(access -> rows.add(List.of(say.say(OfficeWords.ACCESS), say.audiences(access.decidedBy()))));
        office.tracker()
                .ifPresent(tracker ->
                        rows.add(List.of(say.say(OfficeWords.TRACKER), tracker.url() + " · " + tracker.project())));
        office.billing()
                .ifPresent(billing -> billing.billed()
                        .forEach((type, basis) -> rows.add(List.of(
                                say.say(OfficeWords.BILLING.with(say.type(type))),
                                switch (basis) {
                                    case TIME -> say.say(OfficeWords.BILLING_TIME);
                                    case ESTIMATE -> say.say(OfficeWords.BILLING_ESTIMATE);
                                    case NOTHING -> say.say(OfficeWords.BILLING_NOTHING);
                                }))));
        office.answers()
                .values()
                .forEach(answer -> rows.add(
                        List.of(say.say(OfficeWords.ANSWER), answer.label().in(say.language()))));
        return rows;
    }
}

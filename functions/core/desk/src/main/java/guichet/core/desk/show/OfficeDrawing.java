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
            page.heading(2, say.say("Autour des demandes", "Around the requests"));
            page.table(List.of(say.say("Quoi", "What"), say.say("Comment", "How")), rows);
        }
    }

    private List<List<String>> rows(Office office) {
        var rows = new ArrayList<List<String>>();
        office.dispatcher()
                .ifPresent(rule -> rows.add(List.of(
                        "dispatcher",
                        say.say("le premier présent de ", "the first present of ")
                                + String.join(", ", rule.firstPresentOf()))));
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
                        say.say("Qui peut ouvrir une demande", "Who may open a request"),
                        String.join(
                                ", ",
                                rule.tickets().stream()
                                        .map(id ->
                                                desk.contracts().get(id).label().in(say.language()))
                                        .toList()))));
        office.notTaken()
                .values()
                .forEach(answer -> rows.add(List.of(
                        say.say("Non pris en charge", "Not taken"),
                        answer.label().in(say.language()))));
        office.access()
                .ifPresent(access -> rows.add(List.of(
                        say.say("Accès au portail, décidé par", "Access to the portal, decided by"),
                        say.audiences(access.decidedBy()))));
        office.tracker()
                .ifPresent(tracker -> rows.add(List.of(
                        say.say("Suivi des anomalies", "Issue tracker"), tracker.url() + " · " + tracker.project())));
        office.billing()
                .ifPresent(billing -> billing.billed()
                        .forEach((type, basis) -> rows.add(List.of(
                                say.say("Facturation : ", "Billing: ") + say.type(type),
                                switch (basis) {
                                    case TIME -> say.say("temps passé", "time spent");
                                    case ESTIMATE -> say.say("chiffrage validé", "validated estimate");
                                    case NOTHING -> say.say("non facturé", "not billed");
                                }))));
        office.answers()
                .values()
                .forEach(answer -> rows.add(List.of(
                        say.say("Réponse prête", "Canned answer"),
                        answer.label().in(say.language()))));
        return rows;
    }
}

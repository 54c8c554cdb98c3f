package guichet.core.intake;

import guichet.core.desk.Desk;
import guichet.core.desk.StaffMember;
import guichet.core.mail.mime.Remark;
import guichet.core.notice.Typography;
import guichet.core.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What agents are told of how a ticket came about, as an internal note in the desk's language. */
public final class Remarks {
    private Remarks() {}

    public static String notConcerned(Desk desk, TicketId ticket, boolean believed) {
        return believed
                ? in(
                        desk,
                        "Ce mail cite " + ticket
                                + ", dont son expéditeur n'est pas partie : il ouvre une nouvelle demande.",
                        "This mail quotes " + ticket + ", which does not concern its sender: it opens a new request.")
                : in(
                        desk,
                        "Ce mail cite " + ticket
                                + ", mais son expéditeur n'est pas authentifié : il ouvre une nouvelle demande.",
                        "This mail quotes " + ticket
                                + ", but its sender is not authenticated: it opens a new request.");
    }

    public static String letIn(Desk desk, String by) {
        var who = desk.staffMember(by).map(StaffMember::name).orElse(by);
        return in(
                desk,
                "Ce mail était retenu ; " + who + " l'a laissé entrer.",
                "This mail was held; " + who + " let it in.");
    }

    /** What of a mail was not taken apart. */
    static List<String> ofReading(Desk desk, List<Remark> remarks) {
        return remarks.stream()
                .distinct()
                .map(remark -> switch (remark) {
                    case MAIL_CUT ->
                        in(
                                desk,
                                "Ce mail est plus long que ce que nous lisons ; la suite est dans le mail d'origine.",
                                "This mail is longer than what we read; the rest is in the raw mail.");
                    case TEXT_CUT ->
                        in(
                                desk,
                                "Le texte de ce mail est très long ; il est joint en entier.",
                                "The text of this mail is very long; all of it is attached.");
                    case BROKEN ->
                        in(
                                desk,
                                "La structure de ce mail est abîmée ; ce qui a pu être lu est ici.",
                                "The structure of this mail is broken; what could be read is here.");
                    case PARTS_CUT ->
                        in(
                                desk,
                                "Ce mail a trop de parties ; celles qui n'ont pas été lues sont dans le mail"
                                        + " d'origine.",
                                "This mail has too many parts; those that were not read are in the raw mail.");
                })
                .toList();
    }

    static String htmlTooLong(Desk desk) {
        return in(
                desk,
                "La mise en forme de ce mail est trop longue pour être affichée ; son texte est ici, et le mail"
                        + " d'origine est conservé.",
                "The HTML of this mail is too long to be shown; its text is here, and the raw mail is kept.");
    }

    public static String noSender(Desk desk) {
        return in(desk, "Ce mail n'a pas d'expéditeur.", "This mail has no sender.");
    }

    /** In this order, a line each; empty where there are none. */
    static Optional<String> joined(Optional<String> ofTicket, List<String> ofReading, Optional<String> ofSender) {
        var all = new ArrayList<String>();
        ofTicket.ifPresent(all::add);
        all.addAll(ofReading);
        ofSender.ifPresent(all::add);
        return all.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", all));
    }

    private static String in(Desk desk, String fr, String en) {
        return switch (desk.language()) {
            case FR -> Typography.set(fr, desk.language());
            case EN -> en;
        };
    }
}

package guichet.core.intake;

import guichet.core.desk.Desk;
import guichet.core.desk.LocalizedText;
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
                ? in(desk, IntakeWords.QUOTES_NOT_CONCERNED.with(ticket))
                : in(desk, IntakeWords.QUOTES_NOT_AUTHENTICATED.with(ticket));
    }

    public static String letIn(Desk desk, String by) {
        var who = desk.staffMember(by).map(StaffMember::name).orElse(by);
        return in(desk, IntakeWords.LET_IN.with(who));
    }

    /** What of a mail was not taken apart. */
    static List<String> ofReading(Desk desk, List<Remark> remarks) {
        return remarks.stream()
                .distinct()
                .map(remark -> switch (remark) {
                    case MAIL_CUT -> in(desk, IntakeWords.MAIL_CUT);
                    case TEXT_CUT -> in(desk, IntakeWords.TEXT_CUT);
                    case BROKEN -> in(desk, IntakeWords.BROKEN);
                    case PARTS_CUT -> in(desk, IntakeWords.PARTS_CUT);
                    case UNOPENED -> in(desk, IntakeWords.UNOPENED);
                })
                .toList();
    }

    static String htmlTooLong(Desk desk) {
        return in(desk, IntakeWords.HTML_TOO_LONG);
    }

    public static String named(Desk desk, String from, String author) {
        return in(desk, IntakeWords.NAMED.with(from, author));
    }

    public static String ourOwn(Desk desk, String from) {
        return in(desk, IntakeWords.OUR_OWN.with(from));
    }

    public static String noSender(Desk desk) {
        return in(desk, IntakeWords.NO_SENDER);
    }

    /** In this order, a line each; empty where there are none. */
    static Optional<String> joined(Optional<String> ofTicket, List<String> ofReading, Optional<String> ofSender) {
        var all = new ArrayList<String>();
        ofTicket.ifPresent(all::add);
        all.addAll(ofReading);
        ofSender.ifPresent(all::add);
        return all.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", all));
    }

    private static String in(Desk desk, LocalizedText words) {
        return Typography.set(words.in(desk.language()), desk.language());
    }
}

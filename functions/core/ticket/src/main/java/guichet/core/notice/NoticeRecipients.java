package guichet.core.notice;

import guichet.core.desk.Audience;
import guichet.core.desk.Desk;
import guichet.core.desk.Language;
import guichet.core.desk.Role;
import guichet.core.desk.StaffMember;
import guichet.core.ticket.Actor;
import guichet.core.ticket.Person;
import guichet.core.ticket.Ticket;
import java.util.List;

/** The people behind an audience. */
final class NoticeRecipients {
    record Recipient(Person person, Language language, boolean staff) {}

    private NoticeRecipients() {}

    static List<Recipient> of(Desk desk, Ticket ticket, Audience audience, Actor by) {
        return switch (audience) {
            case Audience.Creator _ -> List.of(customer(desk, ticket, ticket.requester()));
            case Audience.Sender _ -> by.isPerson() ? List.of(customer(desk, ticket, by.person())) : List.of();
            case Audience.Participants _ ->
                ticket.participants().stream()
                        .map(person -> customer(desk, ticket, person))
                        .toList();
            case Audience.Owner _ ->
                ticket.owner()
                        .map(owner -> List.of(staff(desk, owner.address())))
                        .orElseGet(() -> all(desk, Role.AGENT));
            case Audience.Agents _ -> all(desk, Role.AGENT);
            case Audience.Leads _ -> all(desk, Role.LEAD);
            case Audience.Dispatcher _ ->
                desk.office()
                        .dispatcher()
                        .map(rule -> List.of(staff(desk, rule.firstPresentOf().getFirst())))
                        .orElseGet(() -> all(desk, Role.LEAD));
            case Audience.Group group ->
                desk.groups().getOrDefault(group.name(), List.of()).stream()
                        .map(address -> staff(desk, address))
                        .toList();
        };
    }

    /** An agent of the desk who is a ticket's requester or in copy is written to as one of the staff. */
    private static Recipient customer(Desk desk, Ticket ticket, Person person) {
        return desk.staffMember(person.address())
                .map(NoticeRecipients::staff)
                .orElseGet(() ->
                        new Recipient(person, Language.of(ticket.language()).orElse(desk.language()), false));
    }

    private static List<Recipient> all(Desk desk, Role role) {
        return desk.staff().stream()
                .filter(member -> member.role() == role)
                .map(NoticeRecipients::staff)
                .toList();
    }

    private static Recipient staff(StaffMember member) {
        return new Recipient(new Person(member.address(), member.name()), member.language(), true);
    }

    private static Recipient staff(Desk desk, String address) {
        return desk.staffMember(address)
                .map(NoticeRecipients::staff)
                .orElseGet(() -> new Recipient(Person.of(address), desk.language(), true));
    }
}

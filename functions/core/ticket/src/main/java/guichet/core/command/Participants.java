package guichet.core.command;

import guichet.core.desk.Desk;
import guichet.core.text.MailAddress;
import guichet.core.ticket.Person;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who of the people in copy of a message takes part in its ticket from now on, and who finds no room. */
final class Participants {
    /** So that a mail with a thousand addresses in copy does not make a ticket that writes to a thousand people. */
    static final int MOST = 40;

    /** Of those for whom there was no room; the mail itself has them all. */
    private static final int MOST_NAMED = 20;

    private Participants() {}

    /** Those who are not on the ticket yet, are neither the desk nor its staff, and find room. */
    static List<Person> added(Desk desk, List<Person> people, Person requester, List<Person> known) {
        return others(desk, people, requester, known).stream()
                .limit(room(known))
                .toList();
    }

    /** What agents read of those who found none, in the desk's language; empty as a rule. */
    static Optional<String> noRoom(Desk desk, List<Person> people, Person requester, List<Person> known) {
        var left = others(desk, people, requester, known).stream()
                .skip(room(known))
                .toList();
        if (left.isEmpty()) {
            return Optional.empty();
        }
        var named = left.stream().limit(MOST_NAMED).map(Person::shownAddress).collect(Collectors.joining(", "));
        var words = NoteWords.NO_ROOM.with(MOST, named + (left.size() > MOST_NAMED ? " …" : ""));
        return Optional.of(words.in(desk.language()));
    }

    /** What agents read of those among them whom no mail of ours can reach, in the desk's language; empty as a rule. */
    static Optional<String> notWritable(Desk desk, List<Person> people) {
        var named = people.stream()
                .filter(person -> !MailAddress.canBeWrittenTo(person.address()))
                .map(Person::shownAddress)
                .collect(Collectors.joining(", "));
        return named.isEmpty()
                ? Optional.empty()
                : Optional.of(NoteWords.CANNOT_BE_WRITTEN_TO.with(named).in(desk.language()));
    }

    private static int room(List<Person> known) {
        return Math.max(0, MOST - known.size());
    }

    private static List<Person> others(Desk desk, List<Person> people, Person requester, List<Person> known) {
        var taken = new HashSet<String>();
        known.forEach(person -> taken.add(person.address()));
        taken.add(requester.address());
        return people.stream()
                .filter(person -> !desk.isOurs(person.address())
                        && desk.staffMember(person.address()).isEmpty()
                        && taken.add(person.address()))
                .toList();
    }
}

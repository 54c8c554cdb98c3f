package guichet.core.desk;

import guichet.core.hours.OpeningHours;
import guichet.core.text.MailAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A company's support process, compiled from its desk file: valid, with every name resolved.
 *
 * @param addresses mail addresses in lower case; we write from the first
 * @param calendars by name; {@link #HOURS} and {@link #ALWAYS} are always there
 * @param texts what mails and automatic comments say, by name, with placeholders in braces
 */
public record Desk(
        String id,
        LocalizedText name,
        List<String> addresses,
        Language language,
        Optional<String> phone,
        Map<String, String> contacts,
        OpeningHours hours,
        Map<String, OpeningHours> calendars,
        Map<String, Contract> contracts,
        String defaultContract,
        List<StaffMember> staff,
        Map<String, List<String>> groups,
        Map<String, Queue> queues,
        Priorities priorities,
        Map<String, RequestType> types,
        List<ClockRule> clocks,
        List<Automation> automations,
        List<Reaction> reactions,
        List<NoticeRule> notices,
        Map<String, LocalizedText> texts,
        Escalation escalation,
        FollowUps followUps,
        MailRules mail,
        List<FilingRule> filings,
        List<String> levels,
        Office office) {

    public static final String HOURS = "hours";
    public static final String ALWAYS = "always";

    public String address() {
        return addresses.getFirst();
    }

    public RequestType defaultType() {
        return types.values().iterator().next();
    }

    public Queue defaultQueue() {
        return queues.values().iterator().next();
    }

    public Optional<StaffMember> staffMember(String address) {
        var wanted = MailAddress.kept(address);
        return staff.stream().filter(member -> member.address().equals(wanted)).findFirst();
    }

    /** The signed addresses that our mails are answered at are ours too. */
    public boolean isOurs(String address) {
        return addresses.contains(untagged(address));
    }

    /**
     * As it is kept, without the tag of {@code support+88.k1.x@…}: it makes no difference to whom an address reaches.
     */
    public static String untagged(String address) {
        return MailAddress.kept(address).replaceFirst("\\+[^@]*@", "@");
    }

    /**
     * The calendar on which a clock runs for a ticket under that contract; an unknown contract counts as the desk's
     * default.
     */
    public OpeningHours calendarFor(ClockRule clock, String contract) {
        var name = clock.calendar().equals(ClockRule.BY_CONTRACT)
                ? contracts
                        .getOrDefault(contract, contracts.get(defaultContract))
                        .calendar()
                : clock.calendar();
        return calendars.get(name);
    }

    public FollowUps followUpsIn(String queue) {
        return Optional.ofNullable(queues.get(queue)).flatMap(Queue::followUps).orElse(followUps);
    }
}

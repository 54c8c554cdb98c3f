package guichet.core.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a desk file says about the desk's own work around its tickets: who is on duty, who may call, how time is booked
 * and billed.
 *
 * @param levels the support levels, by id, with who works them
 * @param answers answers ready to send, by name (S1-08)
 * @param notTaken requests that this desk does not take, by id, with where to go instead (S2-02)
 * @param heldMail what happens around mail that waits for a decision on its sender
 * @param foot name of the text that stands at the foot of each mail (S2-05)
 * @param phoneDomain domain of the addresses made from the phone number of customers who have none; no mail is ever
 *     sent there (S1-02)
 */
public record Office(
        Optional<DispatcherRule> dispatcher,
        List<Duty> duties,
        Map<String, Level> levels,
        Map<String, CannedAnswer> answers,
        Map<String, CannedAnswer> notTaken,
        Optional<Entitlement> entitlement,
        Optional<AccessRequests> access,
        Optional<Announcements> announcements,
        Optional<HeldMailRule> heldMail,
        Optional<String> foot,
        Optional<String> phoneDomain,
        Optional<Tracker> tracker,
        Optional<Billing> billing) {
    public static final Office NONE = new Office(
            Optional.empty(),
            List.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
}

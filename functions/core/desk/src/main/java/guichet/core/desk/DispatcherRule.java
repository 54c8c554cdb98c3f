package guichet.core.desk;

import java.util.List;

/**
 * Who takes what comes in (S0-03).
 *
 * @param firstPresentOf agents' addresses, in the order in which they take the role
 * @param nobodyThere what happens when all of them are absent
 */
public record DispatcherRule(List<String> firstPresentOf, Alert nobodyThere) {}

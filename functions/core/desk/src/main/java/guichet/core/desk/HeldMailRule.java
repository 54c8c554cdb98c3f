package guichet.core.desk;

import guichet.core.hours.Delay;

/**
 * Mail that waits for a decision on its sender (S0-02). @param alarmAfter it is never lost: undecided for so long, it
 * raises an alarm
 */
public record HeldMailRule(Alert told, Delay alarmAfter) {}

package guichet.core.desk;

import java.util.List;

/** A support level. @param workedBy groups or agents' addresses; empty for all agents */
public record Level(String id, LocalizedText label, List<String> workedBy) {}

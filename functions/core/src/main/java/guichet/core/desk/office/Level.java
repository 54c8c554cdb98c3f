package guichet.core.desk.office;

import guichet.core.desk.Words;
import java.util.List;

/** A support level. @param workedBy groups or agents' addresses; empty for all agents */
public record Level(String id, Words label, List<String> workedBy) {}

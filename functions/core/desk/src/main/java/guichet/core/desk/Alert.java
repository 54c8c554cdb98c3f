package guichet.core.desk;

import java.util.List;

/** Somebody is told something, with one of the desk's texts. */
public record Alert(List<Audience> tell, String text) {}

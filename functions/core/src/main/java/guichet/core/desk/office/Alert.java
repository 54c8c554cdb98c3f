package guichet.core.desk.office;

import guichet.core.desk.Audience;
import java.util.List;

/** Somebody is told something, with one of the desk's texts. */
public record Alert(List<Audience> tell, String text) {}

package guichet.core.desk;

/** Words ready to send, under a label by which one finds them. */
public record Answer(Words label, Words text) {}

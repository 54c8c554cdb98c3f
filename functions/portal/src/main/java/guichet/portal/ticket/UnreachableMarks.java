package guichet.portal.ticket;

/** Which addresses mail does not reach, whatever desk wrote to them: a port. */
public interface UnreachableMarks {
    /** Mail goes there again. @param address in lower case */
    void lift(String address);
}

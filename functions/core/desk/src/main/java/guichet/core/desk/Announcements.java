package guichet.core.desk;

import java.util.Set;

/**
 * How an unavailability of the desk is made known (S2-08). @param mail name of the text of the mail to those concerned
 */
public record Announcements(Set<Where> shownIn, String mail) {
    public enum Where {
        PORTAL,
        ACKNOWLEDGEMENT
    }
}

package guichet.core.desk;

import java.util.List;

/**
 * How access to the portal is asked for (S2-10): who decides, and the names of the texts for being asked, approved and
 * refused.
 */
public record AccessRequests(List<Audience> decidedBy, String asked, String approved, String refused) {}

package guichet.core.desk;

/**
 * An agent or a lead of a desk, as the desk file lists them. Leads may do all that agents may. The address is in lower
 * case.
 */
public record StaffMember(String address, String name, Role role, Language language) {}

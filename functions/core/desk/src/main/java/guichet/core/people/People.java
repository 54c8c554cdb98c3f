package guichet.core.people;

import java.util.List;

/** Organizations and people of a desk, as a file lists them. */
public record People(List<Organization> organizations, List<Contact> contacts) {}

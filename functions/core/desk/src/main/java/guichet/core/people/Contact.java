package guichet.core.people;

import java.util.Optional;

/** A person of a customer organization. The address is in lower case; {@code language} a tag such as {@code fr}. */
public record Contact(
        String desk,
        String address,
        String name,
        Optional<String> organization,
        Optional<String> language,
        Optional<String> phone) {}

package guichet.portal.http;

/** A part of the API: says by which routes it is reached. */
public interface Resource {
    void routes(Routes routes);
}

package guichet.portal.people;

import guichet.core.desk.Role;
import guichet.core.text.MailAddress;
import guichet.portal.http.Request;
import guichet.portal.http.Resource;
import guichet.portal.http.Response;
import guichet.portal.http.Routes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;

@Singleton
public class MeResource implements Resource {
    @Inject
    CallerResolver callers;

    @Inject
    ServedDesks desks;

    @Override
    public void routes(Routes routes) {
        routes.get("/api/me", this::me);
    }

    /** Who the caller is to each desk that knows them. Someone unknown has no desk. */
    private Response me(Request request) {
        var address = callers.address(request);
        var known = new ArrayList<Caller>();
        address.ifPresent(mine ->
                desks.all().forEach(desk -> callers.at(desk, mine, request).ifPresent(known::add)));
        return Response.ok(out -> {
            out.writeStartObject();
            out.writeStringField("email", address.map(MailAddress::shown).orElse(null));
            out.writeStringField(
                    "name",
                    known.stream()
                            .map(caller -> caller.actor().person().name())
                            .filter(name -> !name.isBlank())
                            .findFirst()
                            .orElse(null));
            out.writeStringField(
                    "organization",
                    known.stream()
                            .flatMap(caller -> caller.actor().organization().stream())
                            .findFirst()
                            .orElse(null));
            out.writeArrayFieldStart("desks");
            for (var caller : known) {
                out.writeStartObject();
                out.writeStringField("desk", caller.desk().id());
                out.writeArrayFieldStart("roles");
                if (caller.actor().role() == Role.LEAD) {
                    out.writeString("agent");
                }
                out.writeString(caller.actor().role().name().toLowerCase(java.util.Locale.ROOT));
                out.writeEndArray();
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }
}

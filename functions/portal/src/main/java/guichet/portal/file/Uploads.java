package guichet.portal.file;

import guichet.core.desk.Desk;
import guichet.core.files.SafeName;
import guichet.core.text.Visible;
import guichet.core.ticket.Attachment;
import guichet.core.ticket.Body;
import guichet.core.ticket.TicketId;
import guichet.portal.file.FileLinks.Found;
import guichet.portal.http.CleanText;
import guichet.portal.http.Problem;
import guichet.portal.http.ProblemWords;
import guichet.portal.people.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Files on their way to a message: announced by size and type as the desk allows, then named in the message. */
@ApplicationScoped
public class Uploads {
    private static final int MOST = 20;
    private static final int LONGEST_NAME = 255;
    private static final String ANY_TYPE = "application/octet-stream";

    private final FileLinks files;

    public Uploads(FileLinks files) {
        this.files = files;
    }

    /** @throws guichet.portal.http.ProblemException 400 for a file that the desk does not take */
    public Attachment announce(Desk desk, String name, BigInteger size, String type) {
        var given = CleanText.line(name);
        if (Visible.nothing(given) || given.codePointCount(0, given.length()) > LONGEST_NAME) {
            throw Problem.expected("name", name == null ? "" : name, ProblemWords.EXPECTED_FILE_NAME.with(LONGEST_NAME))
                    .asException();
        }
        var safe = SafeName.of(given);
        var extension = safe.substring(safe.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (safe.contains(".") && desk.mail().refusedFiles().contains(extension)) {
            var refused = String.join(
                    ", ", desk.mail().refusedFiles().stream().sorted().toList());
            throw Problem.expected("name", name, ProblemWords.EXPECTED_FILE_KIND.with(refused))
                    .asException();
        }
        if (size == null
                || size.signum() < 1
                || size.compareTo(BigInteger.valueOf(desk.mail().maxAttachment())) > 0) {
            throw Problem.expected(
                            "size",
                            size == null ? "" : size.toString(),
                            ProblemWords.EXPECTED_FILE_SIZE.with(desk.mail().maxAttachment()))
                    .asException();
        }
        var known = type == null ? ANY_TYPE : type.strip().toLowerCase(Locale.ROOT);
        if (!known.matches("[a-z0-9][a-z0-9!#$&^_.+-]{0,63}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}")) {
            throw Problem.expected("type", type, ProblemWords.EXPECTED_FILE_TYPE)
                    .asException();
        }
        return new Attachment(newId(), safe, known, size.longValue(), "");
    }

    /**
     * What a message says and which files it names, as it may be kept. An id that somebody else was given names
     * nothing: whoever has seen it elsewhere, in a note that is not for them, does not get the file by writing it.
     *
     * @param written as it was sent
     * @param ids of files; null for none
     * @throws guichet.portal.http.ProblemException 400 for a file that is not there
     */
    public Body message(Caller caller, TicketId ticket, String written, List<String> ids) {
        return new NamedFiles(files, caller, ticket).message(CleanText.text(written), named(caller, ticket, ids));
    }

    private List<Found> named(Caller caller, TicketId ticket, List<String> ids) {
        if (ids == null) {
            return List.of();
        }
        if (ids.size() > MOST) {
            throw Problem.expected("attachments", "" + ids.size(), ProblemWords.EXPECTED_AT_MOST.with(MOST))
                    .asException();
        }
        return ids.stream()
                .distinct()
                .map(id -> (isId(id) ? files.find(ticket, caller.address(), id) : Optional.<Found>empty())
                        .orElseThrow(() -> notThere(id).asException()))
                .toList();
    }

    static Problem notThere(String id) {
        return Problem.expected("attachments", "" + id, ProblemWords.EXPECTED_FILE_ID);
    }

    public static boolean isId(String id) {
        return id != null && id.matches("[A-Za-z0-9_-]{1,64}");
    }

    private static String newId() {
        var bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

package guichet.core.mail;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What somebody writes elsewhere than in a mail, with the text files that go with it, as it may be kept: masked
 * together as a mail and its files are, so that what only a file tells as a secret goes from the text as well.
 *
 * @param text masked
 * @param files those given, in their order
 * @param secrets how many different ones were found in all of it
 */
public record MaskedMessage(String text, List<File> files, int secrets) {
    /** Bytes of files of one message that are looked into, as of one mail. */
    public static final int MOST_LOOKED_INTO = Masking.MOST_LOOKED_INTO;

    private static final byte[] NOTHING = {};

    /**
     * @param content masked, and named without what is known as a secret
     * @param secrets how many it told that neither the text nor a file before it did
     */
    public record File(MailAttachment content, int secrets) {}

    /**
     * @param files of the types that {@link TextFiles} gives; one that goes beyond {@link #MOST_LOOKED_INTO} bytes with
     *     those before it is left as it is
     */
    public static MaskedMessage of(String text, List<MailAttachment> files) {
        var masking = new Masking(true);
        masking.find(text);
        var told = files.stream().mapToInt(file -> told(masking, file)).toArray();
        var masked = IntStream.range(0, told.length)
                .mapToObj(number -> new File(masked(masking, files.get(number)), told[number]))
                .toList();
        return new MaskedMessage(masking.apply(text), masked, masking.count());
    }

    private static int told(Masking masking, MailAttachment file) {
        int before = masking.count();
        masking.find(List.of(file));
        return masking.count() - before;
    }

    /** Of a signature that holds what it signs, and with it a secret, nothing is left. */
    private static MailAttachment masked(Masking masking, MailAttachment file) {
        return masking.apply(List.of(file)).stream().findFirst().orElseGet(() -> file.with(NOTHING));
    }
}

package guichet.core.html;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * What stands in a text for a picture: its {@code alt}, where that says something. A picture of symbols (clients send
 * their smileys so) is those symbols. Not told are pixels that count readers, names of files and descriptions that
 * nobody wrote, and what signatures show beside their words: logos and icons.
 */
final class PictureWords {
    private static final int LONGEST = 300;
    /** Pixels. */
    private static final double LARGEST_COUNTER = 3;

    private static final int MOST_WORDS_OF_ICON = 4;
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern FILE =
            Pattern.compile("(?i).*\\.(?:png|jpe?g|gif|bmp|tiff?|webp|svg|heic|ico|[ew]mf|[ew]mz)");
    private static final Pattern PLACEHOLDER =
            Pattern.compile("(?i)(?:(?:inline|embedded|pasted|attached|inlin)[ _-]?)?"
                    + "(?:image|picture|photo|img|bild|grafik|imagen|immagine|afbeelding)"
                    + "(?: en ligne| intégrée| insérée| collée)?[ _-]?\\d{0,6}");
    private static final List<String> NOBODYS = List.of(
            "description générée automatiquement",
            "description automatically generated",
            "ai-generated content",
            "contenu généré par l",
            "automatisch generierte beschreibung",
            "ki-generierte inhalte",
            "descripción generada automáticamente",
            "descrizione generata automaticamente",
            "automatisch gegenereerde beschrijving");
    private static final Set<String> OF_SIGNATURES = Set.of(
            "logo",
            "logotype",
            "signature",
            "banner",
            "bannière",
            "bandeau",
            "icon",
            "icône",
            "icone",
            "facebook",
            "twitter",
            "linkedin",
            "instagram",
            "youtube",
            "tiktok",
            "xing",
            "whatsapp",
            "viber",
            "pinterest",
            "mastodon",
            "bluesky",
            "threads",
            "mobilephone",
            "emailaddress",
            "website",
            "avatar");

    private PictureWords() {}

    static Optional<String> of(Element picture) {
        String alt = String.join(" ", Marks.strip(picture.attr("alt")).strip().split("[\\s\\u00A0\\p{Cntrl}]+"));
        if (alt.isEmpty() || isCounter(picture)) {
            return Optional.empty();
        }
        if (alt.codePoints().noneMatch(Character::isLetter)) {
            return Optional.of(cut(alt));
        }
        boolean tells = !FILE.matcher(alt).matches()
                && !PLACEHOLDER.matcher(alt).matches()
                && !isNobodys(alt)
                && !isOfSignature(alt);
        return tells ? Optional.of("[" + cut(alt) + "]") : Optional.empty();
    }

    private static String cut(String alt) {
        return alt.length() <= LONGEST ? alt : alt.substring(0, LONGEST) + "…";
    }

    private static boolean isCounter(Element picture) {
        String style = FontSize.beginning(picture.attr("style"));
        return isTiny(picture.attr("width"))
                || isTiny(picture.attr("height"))
                || isTiny(Hidden.value(style, "width"))
                || isTiny(Hidden.value(style, "height"));
    }

    private static boolean isTiny(String size) {
        String number = size.strip().toLowerCase(Locale.ROOT).replace("px", "").strip();
        if (number.isEmpty() || number.length() > 8 || !number.matches("\\d+(?:\\.\\d+)?")) {
            return false;
        }
        return Double.parseDouble(number) <= LARGEST_COUNTER;
    }

    private static boolean isNobodys(String alt) {
        String lower = alt.toLowerCase(Locale.ROOT);
        return NOBODYS.stream().anyMatch(lower::contains);
    }

    private static boolean isOfSignature(String alt) {
        String[] words = NOT_A_WORD.split(alt.toLowerCase(Locale.ROOT));
        return words.length <= MOST_WORDS_OF_ICON && Arrays.stream(words).anyMatch(OF_SIGNATURES::contains);
    }
}

package guichet.core.mail.reply;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What phones and mail programs append: "Sent from my phone". A last sentence of the author's may begin so too ("Sent
 * by mistake, please ignore it"): an advertisement names a product, and says nothing else.
 */
final class Advertisements {
    private static final int LONGEST = 120;
    private static final List<String> OPENINGS = List.of(
            "sent from ",
            "sent via ",
            "sent with ",
            "sent using ",
            "sent on the go",
            "get outlook for",
            "get bluemail",
            "get [outlook",
            "this message was sent from ",
            "envoyé de ",
            "envoyé depuis ",
            "envoyé à partir d",
            "envoyé avec ",
            "envoyé via ",
            "envoye de mon ",
            "envoyé du ",
            "envoyé d'un ",
            "télécharger outlook",
            "téléchargez outlook",
            "obtenir outlook",
            "obtenez outlook",
            "provenance : ",
            "von meinem ",
            "gesendet von ",
            "gesendet mit ",
            "gesendet via ",
            "gesendet aus ",
            "diese nachricht wurde von meinem",
            "holen sie sich outlook",
            "outlook für ",
            "versendet mit ",
            "enviado desde ",
            "enviado do ",
            "enviado de ",
            "enviado via ",
            "obtener outlook",
            "obter o outlook",
            "enviado a partir do",
            "descargar outlook",
            "inviato da ",
            "inviato dal ",
            "inviato con ",
            "inviato tramite ",
            "ottieni outlook",
            "scarica outlook",
            "verzonden vanaf ",
            "verzonden met ",
            "verstuurd vanaf ",
            "verzonden via ",
            "verstuurd met ",
            "outlook voor ",
            "download outlook",
            "skickat från ",
            "skickad från ",
            "skickades från ",
            "skickat med ",
            "sendt fra ",
            "sendt via ",
            "sendt med ",
            "lähetetty ",
            "hanki outlook",
            "hämta outlook",
            "hent outlook",
            "få outlook",
            "skaff deg outlook",
            "wysłane z ",
            "wysłano z ",
            "pobierz outlook",
            "отправлено с ",
            "отправлено из ",
            "отправлено от ",
            "odesláno z",
            "odoslané z",
            "poslano z",
            "trimis de pe",
            "iphone'umdan gönderildi",
            "ipad'imden gönderildi",
            "elküldve ",
            "发自我的",
            "發自我的",
            "从我的",
            "從我的",
            "我的iphone",
            "iphoneから送信",
            "ipadから送信",
            "iphone から送信",
            "내 iphone에서",
            "나의 iphone에서",
            "내 ipad에서",
            "나의 ipad에서");
    /** A word begins with one of these, for languages inflect them: "iPhonesta", "z iPhonu". */
    private static final List<String> PRODUCTS = List.of(
            "iphon",
            "ipad",
            "ipod",
            "ios",
            "macos",
            "macbook",
            "android",
            "galaxy",
            "samsung",
            "huawei",
            "honor",
            "xiaomi",
            "redmi",
            "oneplus",
            "pixel",
            "motorola",
            "nokia",
            "xperia",
            "htc",
            "oppo",
            "vivo",
            "realme",
            "fairphone",
            "blackberry",
            "windows",
            "smartphone",
            "téléphone",
            "telephone",
            "phone",
            "handy",
            "mobiltelefon",
            "móvil",
            "celular",
            "telefon",
            "telefoon",
            "mobile",
            "mobil",
            "mobiele",
            "portable",
            "tablet",
            "outlook",
            "yahoo",
            "gmail",
            "proton",
            "aol",
            "gmx",
            "web.de",
            "orange",
            "sfr",
            "laposte",
            "bluemail",
            "spark",
            "superhuman",
            "mailspring",
            "airmail",
            "thunderbird",
            "mailbird",
            "edison",
            "canary",
            "fastmail",
            "tutanota",
            "tuta",
            "zoho",
            "mymail",
            "k-9",
            "fairemail",
            "aqua",
            "typeapp",
            "boxer",
            "mail.ru",
            "яндекс",
            "infomaniak",
            "mailo",
            "icloud",
            "polymail",
            "mail la poste",
            "libero mail",
            "telekom mail",
            "mail de bouygues telecom",
            "mail bouygues telecom",
            "free mail");

    private static final Set<String> OTHER_WORDS = Set.copyOf(List.of(
            "my",
            "mon",
            "ma",
            "mein",
            "meinem",
            "meiner",
            "mi",
            "meu",
            "minha",
            "mio",
            "mia",
            "mijn",
            "min",
            "mitt",
            "mého",
            "mojego",
            "моего",
            "the",
            "a",
            "an",
            "un",
            "une",
            "der",
            "die",
            "einem",
            "einer",
            "le",
            "la",
            "les",
            "l'application",
            "l'appareil",
            "l'app",
            "application",
            "app",
            "appli",
            "aplicación",
            "aplicativo",
            "applicazione",
            "appareil",
            "messagerie",
            "messaging",
            "sécurisée",
            "secure",
            "secured",
            "new",
            "all",
            "free",
            "best",
            "email",
            "e-mail",
            "mail",
            "courrier",
            "correo",
            "correio",
            "posta",
            "work",
            "for",
            "pour",
            "für",
            "para",
            "per",
            "voor",
            "för",
            "til",
            "dla",
            "pro",
            "на",
            "для",
            "on",
            "auf",
            "sur",
            "en",
            "em",
            "su",
            "op",
            "på",
            "de",
            "d'un",
            "du",
            "des",
            "do",
            "da",
            "del",
            "di",
            "von",
            "vom",
            "from",
            "with",
            "mit",
            "via",
            "by",
            "depuis",
            "using",
            "wireless",
            "device",
            "dispositivo",
            "gerät",
            "apparaat",
            "toestel",
            "enhet",
            "laitteesta",
            "puhelimesta",
            "gesendet",
            "verzonden",
            "sent",
            "envoyé",
            "network",
            "réseau",
            "мобильной",
            "мобильного",
            "мобильных",
            "почты",
            "приложения",
            "устройства",
            "edge",
            "plus",
            "mini",
            "max",
            "ultra"));
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\d'.-]*");
    private static final Pattern LINK = Pattern.compile("<.*|\\(https?://[^)]*\\)");
    /** What a virus scanner leaves around its sentence. */
    private static final Pattern SCANNER_LINK =
            Pattern.compile("<https?://(?:www\\.)?(?:avast|avg)\\.[^>]*>|<#[0-9A-F-]{30,60}>");

    private static final Pattern SCANNER = Pattern.compile(
            "(?:virus-free|garanti sans virus|sans virus|virenfrei|libre de virus|livre de vírus|privo di"
                    + " virus|virusvrij)\\W{0,3}(?:www\\.)?(?:avast|avg)\\.com");

    private Advertisements() {}

    static boolean is(String line) {
        String s = line.strip();
        if (s.length() > 2 * LONGEST) {
            return false;
        }
        if (SCANNER_LINK.matcher(s).matches()) {
            return true;
        }
        int start = 0;
        while (start < s.length() && !Character.isLetterOrDigit(s.charAt(start))) {
            start++;
        }
        String words = LINK.matcher(s.substring(start))
                .replaceAll("")
                .replace('’', '\'')
                .replace('\u00A0', ' ')
                .strip();
        String lower = words.toLowerCase(Locale.ROOT);
        if (words.length() > LONGEST || words.endsWith("?")) {
            return false;
        }
        if (SCANNER.matcher(lower).matches()) {
            return true;
        }
        return namesProduct(lower)
                && OPENINGS.stream().anyMatch(opening -> lower.startsWith(opening) && saysNothingElse(words, opening));
    }

    private static boolean namesProduct(String lower) {
        return PRODUCTS.stream().anyMatch(product -> beginsWord(lower, product));
    }

    /** Scripts that know no blanks know no small letters either. */
    private static boolean beginsWord(String lower, String product) {
        int at = lower.indexOf(product);
        return at == 0
                || at > 0
                        && !(Character.isLetterOrDigit(lower.charAt(at - 1))
                                && !Character.isIdeographic(lower.charAt(at - 1)));
    }

    /** Behind the opening come names, numbers and the few words between them. */
    private static boolean saysNothingElse(String words, String opening) {
        Matcher word = WORD.matcher(words);
        int from = opening.endsWith(" ") || words.length() == opening.length()
                ? opening.length()
                : words.indexOf(' ', opening.length());
        word.region(Math.max(0, Math.min(from < 0 ? words.length() : from, words.length())), words.length());
        while (word.find()) {
            String s = word.group().toLowerCase(Locale.ROOT);
            String bare = s.endsWith(".") ? s.substring(0, s.length() - 1) : s;
            if (Character.isLowerCase(word.group().charAt(0))
                    && !OTHER_WORDS.contains(bare)
                    && PRODUCTS.stream().noneMatch(bare::startsWith)) {
                return false;
            }
        }
        return true;
    }
}

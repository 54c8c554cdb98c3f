package guichet.core.secrets;

import java.util.List;

/** Credentials in addresses, keys of known make, tokens, hashes of passwords. */
final class KnownShapes {
    private static final String ALONE = "(?<![A-Za-z0-9_-])";

    static final List<Shape> ALL = List.of(
            Shape.of("(?<=[A-Za-z0-9+.-])://[^\\s/:@\"'<>]{0,200}:([^\\s/@\"'<>]{2,200})@(?=[\\p{L}\\p{N}\\[])", "://"),
            Shape.of("(?<![A-Za-z0-9])((?:AKIA|ASIA)[A-Z0-9]{16})(?![A-Za-z0-9])", "akia", "asia"),
            Shape.of(
                    ALONE + "(gh[pousr]_[A-Za-z0-9]{20,100}|github_pat_[A-Za-z0-9_]{20,120}|"
                            + "gl(?:pat|ptt|rt|dt|agent|cbt|soat|ft)-[A-Za-z0-9_.-]{16,80}|"
                            + "xox[abeprs]-[A-Za-z0-9-]{10,120}|xapp-[A-Za-z0-9-]{20,120}|"
                            + "[spr]k_(?:live|test)_[A-Za-z0-9]{10,120}|whsec_[A-Za-z0-9+/=]{16,80}|"
                            + "sk-[A-Za-z0-9_-]{20,200}|AIza[A-Za-z0-9_-]{30,50}|ya29\\.[A-Za-z0-9_-]{20,300})",
                    "ghp_",
                    "gho_",
                    "ghu_",
                    "ghs_",
                    "ghr_",
                    "github_pat_",
                    "gl",
                    "xox",
                    "xapp-",
                    "k_live_",
                    "k_test_",
                    "whsec_",
                    "sk-",
                    "aiza",
                    "ya29."),
            Shape.of(
                    ALONE + "(npm_[A-Za-z0-9]{20,80}|pypi-[A-Za-z0-9_-]{20,250}|dckr_(?:pat|"
                            + "oat)_[A-Za-z0-9_-]{16,80}|"
                            + "SG\\.[A-Za-z0-9_-]{16,40}\\.[A-Za-z0-9_-]{16,60}|hf_[A-Za-z0-9]{20,60}|"
                            + "shp(?:at|ca|pa|ss)_[A-Fa-f0-9]{20,60}|hv[sb]\\.[A-Za-z0-9_-]{20,200}|"
                            + "ATATT[A-Za-z0-9_=-]{20,250}|do[opr]_v1_[a-f0-9]{30,80}|lin_api_[A-Za-z0-9]{20,60}|"
                            + "PMAK-[A-Za-z0-9-]{20,90}|NRAK-[A-Z0-9]{20,40}|dapi[a-f0-9]{32}|"
                            + "rubygems_[a-f0-9]{30,60}|"
                            + "(?:xkeysib|xsmtpsib)-[a-z0-9-]{20,120}|key-[a-f0-9]{32}|EAA[A-Za-z0-9]{40,250}|"
                            + "AGE-SECRET-KEY-1[A-Z0-9]{40,70}|glsa_[A-Za-z0-9_]{20,60}|"
                            + "sq0[a-z]{3}-[A-Za-z0-9_-]{20,60})",
                    "npm_",
                    "pypi-",
                    "dckr_",
                    "sg.",
                    "hf_",
                    "shp",
                    "hvs.",
                    "hvb.",
                    "atatt",
                    "_v1_",
                    "lin_api_",
                    "pmak-",
                    "nrak-",
                    "dapi",
                    "rubygems_",
                    "xkeysib",
                    "xsmtpsib",
                    "key-",
                    "eaa",
                    "glsa_",
                    "sq0"),
            Shape.of(ALONE + "(eyJ[A-Za-z0-9_-]{8,4000}+\\.eyJ[A-Za-z0-9_-]{4,8000}+\\.[A-Za-z0-9_-]{8,4000}+)", "eyj"),
            Shape.of(
                    "(?<![A-Za-z])(?:Bearer|Basic|bearer|basic)\\s{1,3}([A-Za-z0-9._~+/-]{16,4000}+=*+)",
                    "bearer",
                    "basic"),
            Shape.of("(?i)wifi:[^\\n]{0,120}?;p:([^;\\n]{4,63});", "wifi:"), // what a network's picture says
            Shape.of("hooks\\.slack\\.com/(?:services|workflows)/([A-Za-z0-9/]{20,120})", "hooks.slack.com"),
            Shape.of("/api/webhooks/[0-9]{5,25}/([A-Za-z0-9_-]{30,120})", "/api/webhooks/"),
            Shape.of("(?<![A-Za-z0-9])([0-9]{8,10}:AA[A-Za-z0-9_-]{30,40})(?![A-Za-z0-9_-])", ":aa"), // Telegram's bots
            Shape.of(
                    "[?&](?:key|sig|signature|auth)=([A-Za-z0-9%._~+/-]{16,300}+=*+)",
                    "key=", "sig=", "signature=", "auth="),
            Shape.of(
                    "(\\$(?:[156y]|2[aby]|argon2id?)\\$[./A-Za-z0-9$,=+]{20,200})",
                    "$1$",
                    "$5$",
                    "$6$",
                    "$y$",
                    "$2a$",
                    "$2b$",
                    "$2y$",
                    "$argon2"), // crypt(5)
            Shape.of(
                    "(?<![0-9-])([0-9]{6}(?:-[0-9]{6}){7})(?![0-9-])",
                    "0-", "1-", "2-", "3-", "4-", "5-", "6-", "7-", "8-", "9-")); // BitLocker's recovery

    private KnownShapes() {}
}

package guichet.core.files;

import java.util.Locale;
import java.util.Set;

/**
 * Files that a double click would run: by extension, also behind a harmless one ("invoice.pdf.exe"), or by first bytes.
 */
public final class Executables {
    private static final Set<String> EXTENSIONS = Set.of(
            "exe",
            "com",
            "bat",
            "cmd",
            "scr",
            "pif",
            "msi",
            "msp",
            "mst",
            "cpl",
            "dll",
            "sys",
            "drv",
            "ocx",
            "vbs",
            "vbe",
            "js",
            "jse",
            "ws",
            "wsf",
            "wsh",
            "wsc",
            "sct",
            "hta",
            "ps1",
            "ps1xml",
            "psm1",
            "psc1",
            "psd1",
            "msh",
            "msh1",
            "mshxml",
            "reg",
            "lnk",
            "inf",
            "scf",
            "url",
            "jar",
            "jnlp",
            "class",
            "app",
            "command",
            "dmg",
            "pkg",
            "deb",
            "rpm",
            "apk",
            "ipa",
            "appimage",
            "run",
            "sh",
            "bash",
            "csh",
            "ksh",
            "gadget",
            "application",
            "appref-ms",
            "appx",
            "msix",
            "ade",
            "adp",
            "mde",
            "chm",
            "hlp",
            "crt",
            "isp",
            "shb",
            "shs",
            "iso",
            "img",
            "vhd",
            "vhdx",
            "xll",
            "wll",
            "library-ms",
            "settingcontent-ms",
            "docm",
            "xlsm",
            "pptm",
            "dotm",
            "xltm",
            "xlam",
            "ppam",
            "one");

    private Executables() {}

    public static boolean recognise(String name, byte[] content) {
        String safe = SafeName.of(name).toLowerCase(Locale.ROOT);
        int dot = safe.lastIndexOf('.');
        return dot >= 0 && EXTENSIONS.contains(safe.substring(dot + 1)) || startsLikeProgram(content);
    }

    private static boolean startsLikeProgram(byte[] b) {
        if (b.length < 4) {
            return false;
        }
        int magic = (b[0] & 0xFF) << 24 | (b[1] & 0xFF) << 16 | (b[2] & 0xFF) << 8 | b[3] & 0xFF;
        boolean windows = b[0] == 'M' && b[1] == 'Z' && b.length > 64;
        boolean elf = magic == 0x7F454C46;
        boolean mach = magic == 0xFEEDFACE
                || magic == 0xFEEDFACF
                || magic == 0xCEFAEDFE
                || magic == 0xCFFAEDFE
                || magic == 0xCAFEBABE;
        boolean script = b[0] == '#' && b[1] == '!' && (b[2] == '/' || b[2] == ' ' && b[3] == '/');
        boolean shortcut = magic == 0x4C000000;
        return windows || elf || mach || script || shortcut;
    }
}

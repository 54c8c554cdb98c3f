package guichet.core.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.files.SafeName;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentTest {

    private static MailAttachment file(String name, String content) {
        return new MailAttachment(
                name, "application/octet-stream", content.getBytes(StandardCharsets.ISO_8859_1), "", false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "facture.pdf|facture.pdf",
                "Été à Noël.pdf|Été à Noël.pdf",
                "../../etc/passwd|passwd",
                "C:\\Users\\alice\\plan.docx|plan.docx",
                "a:b?c*.txt|a_b_c_.txt",
                "CON|_CON",
                "con.txt|_con.txt",
                "nul.tar.gz|_nul.tar.gz",
                "rapport.|rapport",
                ".htaccess|htaccess",
                "..|file",
                "a/b.pdf|a_b.pdf",
                "a\"b;c.pdf|a_b_c.pdf",
                "日本語.pdf|日本語.pdf",
                "``|file",
                "fac\u202Efdp.exe|facfdp.exe",
                "100%.txt|100_.txt",
            })
    void a_safe_name_is_safe_on_any_system(String name, String safe) {
        assertEquals(safe, SafeName.of(name));
    }

    @Test
    void a_long_name_is_cut_and_keeps_its_extension() {
        String safe = SafeName.of("é".repeat(500) + ".pdf");
        assertTrue(safe.endsWith(".pdf"));
        assertTrue(safe.getBytes(StandardCharsets.UTF_8).length <= 180);
        assertTrue(SafeName.of("😀".repeat(200)).getBytes(StandardCharsets.UTF_8).length <= 180);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "setup.exe",
                "facture.pdf.exe",
                "script.JS",
                "macro.docm",
                "run.sh",
                "x.lnk",
                "photo.jpg .scr",
                "a.iso"
            })
    void a_program_is_known_by_its_name(String name) {
        assertTrue(file(name, "x").executable());
    }

    @Test
    void a_program_is_known_by_its_first_bytes() {
        assertTrue(file("facture.pdf", "MZ" + "\0".repeat(100)).executable());
        assertTrue(file("x", "\u007fELF\u0002").executable());
        assertTrue(file("x.txt", "#!/bin/sh\n").executable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"facture.pdf", "photo.jpg", "notes.txt", "tableau.xlsx", "MZ.txt", "archive.zip"})
    void a_document_is_no_program(String name) {
        assertFalse(file(name, "MZ is how it begins").executable());
    }
}

package guichet.store.desks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.core.desk.Desk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesksTest {
    private static final Path FOLDER = Path.of("../../desks");

    @Test
    void all_five_desks_travel_with_the_functions() {
        assertEquals(
                List.of("daj", "logeas", "divalto", "cloud", "conseil"),
                Desks.bundled().all().stream().map(Desk::id).toList());
    }

    @Test
    void the_index_lists_every_desk_with_the_addresses_that_its_file_gives() throws IOException {
        for (var desk : Desks.bundled().all()) {
            for (var address : desk.addresses()) {
                assertEquals(Optional.of(desk), Desks.bundled().ofAddress(address), address);
            }
        }
        var index = DeskIndex.parse(Files.readString(FOLDER.resolve(Desks.INDEX)));
        assertEquals(Desks.bundled().all().stream().map(Desk::addresses).toList(), List.copyOf(index.values()));
        try (var folders = Files.list(FOLDER)) {
            assertEquals(
                    index.keySet().stream().sorted().toList(),
                    folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString())
                            .sorted()
                            .toList());
        }
    }

    @Test
    void each_desk_writes_from_the_domain_of_its_first_address() {
        assertEquals(
                List.of("daj.example", "logeas.example", "divalto.example", "cloud.example", "conseil.example"),
                Desks.bundled().mailDomains());
    }

    @Test
    void a_desk_is_read_once_and_found_by_any_of_its_addresses_in_any_case_and_with_a_tag() {
        var cloud = Desks.bundled().desk("cloud").orElseThrow();
        assertSame(cloud, Desks.bundled().desk("cloud").orElseThrow());
        assertSame(cloud, Desks.bundled().ofAddress("Support@Cloud.example").orElseThrow());
        assertSame(
                cloud,
                Desks.bundled().ofAddress("aide+t.cloud-88.x@cloud.example").orElseThrow());
        assertTrue(Desks.bundled().ofAddress("nobody@cloud.example").isEmpty());
        assertTrue(Desks.bundled().desk("../cloud").isEmpty());
    }

    @Test
    void a_folder_gives_the_same_desks_and_their_people() {
        var desk = Desks.in(FOLDER).desk("cloud").orElseThrow();
        assertEquals(Desks.bundled().desk("cloud").orElseThrow(), desk);
        assertTrue(Desks.in(FOLDER).people(desk).contacts().stream()
                .anyMatch(contact -> contact.address().equals("alice@acme.example")));
        assertFalse(Desks.bundled().people(desk).organizations().isEmpty());
    }

    @Test
    void a_desk_in_the_folder_of_another_is_refused(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("nuage"));
        Files.writeString(folder.resolve("index.txt"), "nuage support@nuage.example # ours\n");
        Files.copy(FOLDER.resolve("cloud/desk.yaml"), folder.resolve("nuage/desk.yaml"));
        assertThrows(IllegalStateException.class, () -> Desks.in(folder).desk("nuage"));
    }
}

package guichet.core.desk.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundledDeskTest {
    private static final Path DESKS = Path.of("../../../desks");

    @ParameterizedTest
    @ValueSource(strings = {"daj", "logeas", "divalto", "cloud", "conseil"})
    void a_desk_that_we_ship_has_nothing_wrong_with_it(String desk) throws IOException {
        var file = DESKS.resolve(desk).resolve("desk.yaml");
        assertEquals(
                List.of(),
                DeskFile.read(file.toString(), Files.readAllBytes(file)).problems());
    }
}

package guichet.core.planted;

import guichet.core.ticket.Ticket;
import java.io.File;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** All that the core must not do, planted so that the architecture test is seen to report it. Nobody calls it. */
public final class BadClass {
    Ticket ticket;
    HttpClient client;

    @Test
    void reads(File file) throws IOException {
        Files.readAllBytes(file.toPath());
    }

    Object asks() {
        return System.currentTimeMillis()
                + Instant.now().getEpochSecond()
                + LocalDate.now().getYear()
                + new Random().nextInt()
                + UUID.randomUUID().toString()
                + Clock.systemUTC()
                + ZoneId.systemDefault();
    }

    void starts() {
        Thread.ofPlatform().start(() -> {});
    }
}

package guichet.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guichet.local.aws.Clients;
import guichet.local.probe.ProbeProject;
import guichet.local.source.Rudeness;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

class RestartTest {
    @TempDir
    Path folder;

    ProbeProject project;
    Config config;

    @BeforeEach
    void prepare() throws Exception {
        project = new ProbeProject(Files.createDirectory(folder.resolve("project")));
        config = project.config().withData(folder.resolve("data")).withVisibility(Duration.ofSeconds(1));
    }

    @Test
    void what_was_taken_in_is_worked_off_after_a_restart_and_what_was_done_is_not_done_again() throws Exception {
        try (var stack = Stack.start(config);
                var dynamo = Clients.of(DynamoDbClient.builder(), stack.aws().dynamodb());
                var sqs = Clients.of(SqsClient.builder(), stack.aws().sqs())) {
            StackTest.put(dynamo, "T#1", "E#1", "commit", "first commit");
            stack.settle();
            // Nobody reads it now: what follows is left over.
            stack.function("InboundMail").close();
            stack.mail("From: a@acme.example\r\n\r\nkept".getBytes(), "a@acme.example", "support@cloud.example");
            assertThrows(StartException.class, () -> Stack.start(config), "the data folder is held");
        }
        assertTrue(project.texts("Received").isEmpty());

        try (var stack = Stack.start(config)) {
            stack.settle();
            assertEquals(1, project.texts("Received").size());
            assertEquals(List.of("first commit"), project.texts("first commit"));
            assertEquals(1, stack.aws().objects().objects("guichet-inbox").size());
        }
    }

    @Test
    void a_rude_stack_delivers_everything_twice() throws Exception {
        try (var stack = Stack.start(config.withRudeness(Rudeness.of("twice, reorder")));
                var dynamo = Clients.of(DynamoDbClient.builder(), stack.aws().dynamodb())) {
            StackTest.put(dynamo, "T#1", "E#1", "commit", "first commit");
            stack.mail("From: a@acme.example\r\n\r\nkept".getBytes(), "a@acme.example", "support@cloud.example");
            stack.settle();

            assertEquals(2, project.texts("first commit").size());
            assertEquals(2, project.texts("Received").size());
        }
    }

    @Test
    void a_port_that_is_taken_is_named() throws Exception {
        try (var taken = new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            var port = taken.getLocalPort();

            assertEquals(
                    "port " + port + " is taken: stop what listens there, or set GUICHET_HTTP_PORT to another",
                    assertThrows(StartException.class, () -> Stack.start(config.withPorts(port, 0)))
                            .getMessage());
        }
    }

    @Test
    void a_data_folder_that_will_not_do_is_named() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "");
        assertEquals(
                "data folder " + file + " is not a folder",
                assertThrows(StartException.class, () -> Stack.start(config.withData(file)))
                        .getMessage());

        var broken = Files.createDirectories(folder.resolve("broken"));
        Files.createDirectories(broken.resolve("dynamodb"));
        Files.write(
                broken.resolve("dynamodb/shared-local-instance.db"),
                "this is no database, and never was one. ".repeat(200).getBytes());
        var refused = assertThrows(StartException.class, () -> Stack.start(config.withData(broken)))
                .getMessage();
        assertEquals(1, refused.lines().count(), refused);
        assertTrue(refused.contains("dynamodb"), refused);
    }

    @Test
    void a_template_that_could_not_be_deployed_for_want_of_a_right_is_refused_with_its_name() throws Exception {
        project.replace("[sqs:ReceiveMessage, sqs:DeleteMessage, sqs:GetQueueAttributes]", "[sqs:ReceiveMessage]");

        var refused =
                assertThrows(StartException.class, () -> Stack.start(config)).getMessage();
        assertTrue(refused.startsWith("it cannot be deployed: InboundMail may not sqs:DeleteMessage on"), refused);
        assertTrue(refused.contains("InboundMail may not sqs:GetQueueAttributes on"), refused);
    }

    @Test
    void functions_that_were_not_built_are_named() throws Exception {
        Files.delete(project.folder().resolve("function.zip"));

        assertEquals(
                "there is no " + project.folder().resolve("function.zip") + ": build the functions first",
                assertThrows(StartException.class, () -> Stack.start(config)).getMessage());
    }
}

package guichet.local.aws;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/** DynamoDB Local with its streams, on loopback only and without its telemetry. */
final class DynamoLocal implements AutoCloseable {
    private final Server server;
    private final LocalDynamoDBServerHandler handler;

    private DynamoLocal(Server server, LocalDynamoDBServerHandler handler) {
        this.server = server;
        this.handler = handler;
    }

    static DynamoLocal start(Path folder) throws IOException {
        NativeSqlite.load();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        var threads = new QueuedThreadPool(200, 4);
        threads.setName("dynamodb");
        threads.setDaemon(true);
        var server = new Server(threads);
        try {
            var requests = new LocalDynamoDBRequestHandler(0, folder == null, folder == null ? null : folder.toString(), true, false);
            var handler = new LocalDynamoDBServerHandler(requests, "*");
            var connector = new ServerConnector(server, 1, 1);
            connector.setHost("127.0.0.1");
            server.addConnector(connector);
            server.setHandler(handler);
            server.start();
            return new DynamoLocal(server, handler);
        } catch (Exception e) {
            throw new IOException("DynamoDB Local did not start: " + e.getMessage(), e);
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort());
    }

    @Override
    public void close() throws Exception {
        server.stop();
        handler.close();
    }
}

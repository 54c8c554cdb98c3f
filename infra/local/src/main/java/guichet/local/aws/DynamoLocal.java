package guichet.local.aws;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/** DynamoDB Local with its streams, on loopback only and without its telemetry. */
public final class DynamoLocal implements AutoCloseable {
    private final Server server;
    private final LocalDynamoDBServerHandler handler;
    private final WriteListener written;

    private DynamoLocal(Server server, LocalDynamoDBServerHandler handler, WriteListener written) {
        this.server = server;
        this.handler = handler;
        this.written = written;
    }

    /** Called after each request that may have written something, so that nobody needs to poll a stream in haste. */
    void onWrite(Runnable listener) {
        written.listeners.add(listener);
    }

    private static final class WriteListener extends Handler.Wrapper {
        final List<Runnable> listeners = new CopyOnWriteArrayList<>();

        WriteListener(Handler handler) {
            super(handler);
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            try {
                return super.handle(request, response, callback);
            } finally {
                var operation = request.getHeaders().get("X-Amz-Target");
                if (operation != null && operation.matches(".*\\.(Put|Update|Delete|BatchWrite|TransactWrite)Items?")) {
                    listeners.forEach(Runnable::run);
                }
            }
        }
    }

    static DynamoLocal start(Path folder, Door door) throws IOException {
        NativeSqlite.load();
        if (folder != null) {
            Files.createDirectories(folder);
            refuseIfBroken(folder.resolve("shared-local-instance.db"));
        }
        var threads = new QueuedThreadPool(200, 4);
        threads.setName("dynamodb");
        threads.setDaemon(true);
        var server = new Server(threads);
        try {
            var requests = new LocalDynamoDBRequestHandler(
                    0, folder == null, folder == null ? null : folder.toString(), true, false);
            var handler = new LocalDynamoDBServerHandler(requests, "*");
            var connector = new ServerConnector(server, 1, 1);
            connector.setHost("127.0.0.1");
            server.addConnector(connector);
            var written = new WriteListener(new TableDoor(handler, door));
            server.setHandler(written);
            server.start();
            return new DynamoLocal(server, handler, written);
        } catch (Exception e) {
            throw new IOException("DynamoDB Local did not start: " + e.getMessage(), e);
        }
    }

    private static void refuseIfBroken(Path database) throws IOException {
        if (Files.exists(database) && Files.size(database) > 0) {
            try (var in = Files.newInputStream(database)) {
                if (!new String(in.readNBytes(15), StandardCharsets.US_ASCII).equals("SQLite format 3")) {
                    throw new IOException(database + " is broken: it is no SQLite database");
                }
            }
        }
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort());
    }

    @Override
    public void close() throws Exception {
        server.stop();
        handler.close();
    }
}

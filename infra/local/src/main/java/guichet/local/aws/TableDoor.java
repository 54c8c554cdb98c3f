package guichet.local.aws;

import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** In front of DynamoDB Local: what a function asks is read, judged, and handed on as it came. */
final class TableDoor extends Handler.Wrapper {
    private final Door door;

    TableDoor(Handler handler, Door door) {
        super(handler);
        this.door = door;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var caller = Door.caller(request.getHeaders().get(HttpHeader.AUTHORIZATION));
        if (caller.equals(EmbeddedAws.ACCESS_KEY)) {
            return super.handle(request, response, callback);
        }
        var body = BufferUtil.toArray(Content.Source.asByteBuffer(request));
        var operation = Door.operation(request.getHeaders().get("X-Amz-Target"));
        var refusal = door.refusal(caller, "dynamodb", operation, () -> Http.parse(body));
        if (refusal.isEmpty()) {
            return super.handle(new Again(request, body), response, callback);
        }
        response.setStatus(400);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/x-amz-json-1.0");
        var error = Http.JSON.writeValueAsBytes(
                Map.of("__type", "com.amazon.coral.service#AccessDeniedException", "Message", refusal.get()));
        response.write(true, ByteBuffer.wrap(error), callback);
        return true;
    }

    /** A request whose body was read already. */
    private static final class Again extends Request.Wrapper {
        private Content.Chunk next;

        Again(Request request, byte[] body) {
            super(request);
            next = Content.Chunk.from(ByteBuffer.wrap(body), true);
        }

        @Override
        public Content.Chunk read() {
            var chunk = next;
            next = Content.Chunk.next(chunk);
            return chunk;
        }

        @Override
        public void demand(Runnable demandCallback) {
            demandCallback.run();
        }
    }
}

package guichet.local.mail;

import java.io.IOException;
import java.net.Socket;

/**
 * Ends as a client can follow: what it still sends is read before the connection goes. With unread bytes the system
 * would reset it, and the client would lose our last answer, which says why.
 */
final class LingeringSocket extends Socket {
    private static final int PAUSE_MILLIS = 200;
    private static final int MOST_READ = 10 * 1024 * 1024;

    @Override
    public synchronized void close() throws IOException {
        if (isConnected() && !isClosed() && !isOutputShutdown()) {
            try {
                shutdownOutput();
                setSoTimeout(PAUSE_MILLIS);
                readOn();
            } catch (IOException e) {
                // It has gone, or sends no more.
            }
        }
        super.close();
    }

    private void readOn() throws IOException {
        var buffer = new byte[16 * 1024];
        var in = getInputStream();
        var left = MOST_READ;
        for (var read = in.read(buffer); read >= 0 && left > 0; read = in.read(buffer)) {
            left -= read;
        }
    }
}

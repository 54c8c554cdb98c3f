package guichet.local.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;

/**
 * The port that mail comes in by. It can be had before there is anything to answer it: whoever connects meanwhile
 * waits.
 */
public final class SmtpPort extends ServerSocket {
    private static final int BACKLOG = 50;

    private SmtpPort() throws IOException {}

    /**
     * @param port 0 for a free one
     * @throws IOException if the port cannot be had
     */
    public static SmtpPort open(int port) throws IOException {
        var opened = new SmtpPort();
        opened.take(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
        return opened;
    }

    private void take(SocketAddress address) throws IOException {
        try {
            super.bind(address, BACKLOG);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** The server binds what it is given; this one is bound. */
    @Override
    public void bind(SocketAddress address, int backlog) {}

    @Override
    public Socket accept() throws IOException {
        var accepted = new LingeringSocket();
        implAccept(accepted);
        return accepted;
    }
}

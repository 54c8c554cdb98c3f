package guichet.local.mail;

import guichet.local.time.SimulatedTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** Stands for SES's receiving server: 250 means that the mail is safe. */
public final class SmtpIn implements AutoCloseable {
    /** SES's limit on a mail that comes in. */
    public static final int MAX_BYTES = 40 * 1024 * 1024;

    private final SMTPServer server;

    private SmtpIn(SMTPServer server) {
        this.server = server;
    }

    /**
     * @param port 0 for a free one
     * @throws IOException if the port cannot be had
     */
    public static SmtpIn start(int port, Receiver receiver) throws IOException {
        return start(SmtpPort.open(port), receiver);
    }

    /** @param port closed with the server */
    public static SmtpIn start(SmtpPort port, Receiver receiver) throws IOException {
        var server = SMTPServer.port(port.getLocalPort())
                .bindAddress(port.getInetAddress())
                .serverSocketFactory(() -> port)
                .hostName("inbound-smtp.local")
                .softwareName("Guichet local stack")
                .insertReceivedHeaders(false)
                .fromAddressValidator(address -> true)
                .maxMessageSize(MAX_BYTES)
                .maxRecipients(100)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .messageHandlerFactory(context -> new Transaction(context, receiver))
                .build();
        var commands = server.getCommandHandler();
        for (var verb : List.copyOf(commands.getVerbs())) {
            commands.addCommand(new CarefulCommand(commands.getCommand(verb)));
        }
        try {
            server.start();
        } catch (RuntimeException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw e;
        }
        return new SmtpIn(server);
    }

    public int port() {
        return server.getPortAllocated();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static final class Transaction implements MessageHandler {
        private final MessageContext context;
        private final Receiver receiver;
        private final List<String> recipients = new ArrayList<>();
        private String sender = "";

        Transaction(MessageContext context, Receiver receiver) {
            this.context = context;
            this.receiver = receiver;
        }

        @Override
        public void from(String from) {
            sender = from;
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            if (!recipient.matches("[^\\s<>@]+@[^\\s<>@]+")) {
                throw new RejectException(501, "5.1.3 <" + recipient + "> is not an address");
            }
            recipients.add(recipient);
        }

        @Override
        public String data(InputStream data) throws RejectException, IOException {
            var raw = read(data);
            try {
                var helo = context.getHelo()
                        .filter(h -> h.matches("[\\w.:\\[\\]-]+"))
                        .orElse("unknown");
                return "2.0.0 Ok " + receiver.receive(sender, recipients, helo, raw);
            } catch (SimulatedTime.Unreadable e) {
                throw new RejectException(554, "5.6.0 " + e.getMessage());
            } catch (IOException | RuntimeException e) {
                System.getLogger("guichet.local")
                        .log(
                                System.Logger.Level.ERROR,
                                "a mail from <" + sender + "> was not taken: " + e.getMessage());
                throw new RejectException(451, "4.3.0 cannot store the mail now, try later");
            }
        }

        /** Reads to the end whatever the size, so that the session stays in step. */
        private static byte[] read(InputStream data) throws IOException, RejectException {
            var bytes = new ByteArrayOutputStream();
            var tooLong = false;
            for (var b = data.read(); b >= 0; b = data.read()) {
                if (bytes.size() == MAX_BYTES) {
                    tooLong = true;
                } else {
                    bytes.write(b);
                }
            }
            if (tooLong) {
                throw new RejectException(552, "5.3.4 message size exceeds fixed limit");
            }
            return bytes.toByteArray();
        }

        @Override
        public void done() {}
    }
}

package guichet.cli.smtp;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.commons.net.smtp.SMTPClient;
import org.apache.commons.net.smtp.SMTPReply;

/** Hands a raw mail over by SMTP, byte for byte, in a session of its own. */
public final class Smtp {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Smtp() {}

    /**
     * @param sender empty for the null return path of a delivery failure
     * @return the server's answer to the mail, which has taken it by then
     * @throws SmtpFailure if nobody listens, or the server refuses
     */
    public static String send(int port, String sender, List<String> recipients, byte[] raw) {
        var client = new SMTPClient(StandardCharsets.ISO_8859_1.name());
        client.setConnectTimeout((int) PATIENCE.toMillis());
        client.setDefaultTimeout((int) PATIENCE.toMillis());
        try {
            client.connect("127.0.0.1", port);
            check(client, SMTPReply.isPositiveCompletion(client.getReplyCode()));
            check(client, client.helo("guichet.local") > 0 && SMTPReply.isPositiveCompletion(client.getReplyCode()));
            check(client, client.setSender(sender));
            for (var recipient : recipients) {
                check(client, client.addRecipient(recipient));
            }
            var data = client.sendMessageData();
            check(client, data != null);
            data.write(withLineEnds(new String(raw, StandardCharsets.ISO_8859_1)));
            data.close();
            check(client, client.completePendingCommand());
            var answer = client.getReplyString().strip();
            client.logout();
            return answer;
        } catch (ConnectException e) {
            throw new SmtpFailure(
                    "nobody takes mail at 127.0.0.1:" + port + "; is the stack running (./guichet start)?");
        } catch (IOException e) {
            throw new SmtpFailure("the mail was not taken: " + e.getMessage());
        } finally {
            close(client);
        }
    }

    /** Files on disk end their lines as they like; SMTP does not. */
    private static String withLineEnds(String raw) {
        return raw.replaceAll("\r\n|\r|\n", "\r\n");
    }

    private static void check(SMTPClient client, boolean ok) {
        if (!ok) {
            throw new SmtpFailure("the mail was refused: " + client.getReplyString());
        }
    }

    private static void close(SMTPClient client) {
        try {
            client.disconnect();
        } catch (IOException e) {
            // There is nothing left to say to a server that hung up first.
        }
    }
}

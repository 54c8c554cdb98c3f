package guichet.core.story;

import guichet.core.intake.InboundMail;
import guichet.core.ticket.TicketId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Mail from people that the desk knows and others: with a secret, with files, by a form, and a lot of it. */
record TourOfMail(Tour.Walk walk) {
    String taken() {
        var known = walk.tour().customers;
        known.forEach(who -> send(who, "A question", "", "Hello."));
        send("nobody@elsewhere.example", "A question", "", "Hello.");
        send(known.getFirst(), "Login", "", "My password: Tr0ub4dor&3xyz");
        send(known.getFirst(), "Files", files("setup.exe", "MZ"), "");
        send(known.getFirst(), "Files", files("page.xyz", "some words"), "");
        send(known.getFirst(), "Files", files("big.txt", "some words\n".repeat(300)), "");
        send(walk.tour().agent, "By the form", "Reply-To: " + known.getFirst() + "\n", "Filled in.");
        walk.tour()
                .plan
                .mail()
                .relays()
                .forEach(relay -> send(relay, "By the form", "Reply-To: " + known.getFirst() + "\n", "Filled in."));
        send("spam@elsewhere.example", "[SPAM] A question", "X-Spam-Flag: YES\n", "Buy.");
        send("list@elsewhere.example", "News", "List-Id: <news.elsewhere.example>\nPrecedence: bulk\n", "News.");
        for (int hour = 0; hour < 2; hour++) {
            for (int i = 0; i < 4; i++) {
                send(known.getFirst(), "Again " + hour + " " + i, "", "Hello.");
                send("p" + hour + i + "@elsewhere.example", "Stranger", "", "Hello.");
                send("p@elsewhere" + hour + i + ".example", "Stranger", "", "Hello.");
            }
            walk.now = walk.now.plus(Duration.ofHours(1));
        }
        walk.now = walk.now.plus(Duration.ofDays(5));
        send(known.getFirst(), "On Sunday", "", "Hello.");
        TourOfForms.look(walk);
        return walk.told();
    }

    static void answer(Tour.Walk walk, TicketId ticket, String who) {
        new TourOfMail(walk).send(who, "Re: [" + ticket + "] A question", "", "Here it is.");
    }

    private static String files(String name, String content) {
        return """
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=x

                --x
                Content-Type: text/plain; charset=utf-8

                Here.
                --x
                Content-Type: application/octet-stream; name="%s"
                Content-Disposition: attachment; filename="%s"

                %s
                --x--
                """.formatted(name, name, content);
    }

    private void send(String from, String subject, String headers, String text) {
        var raw = "Authentication-Results: amazonses.com; dmarc=pass header.from=" + from.replaceAll(".*@", "")
                + ";\nFrom: " + from + "\nTo: " + walk.tour().plan.address() + "\nSubject: " + subject
                + "\nMessage-ID: <" + (subject + from).hashCode() + "." + walk.now.toEpochMilli()
                + "@elsewhere.example>\n" + headers
                + (headers.contains("\n\n") ? "" : "\n" + text + "\n");
        var mail = InboundMail.read(
                walk.desk, walk.tour().plan.address(), walk.now, "raw", raw.getBytes(StandardCharsets.UTF_8));
        walk.note(walk.there.receive(mail));
        walk.there.post(walk.now);
    }
}

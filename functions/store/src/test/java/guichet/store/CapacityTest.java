package guichet.store;

import static guichet.store.World.ALICE;
import static guichet.store.World.BRUNO;
import static guichet.store.World.MONDAY;
import static guichet.store.World.mail;
import static guichet.store.World.opening;
import static guichet.store.World.to;

import guichet.core.sla.ClockState.Phase;
import guichet.core.ticket.TicketEvent.ClockChange;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("aws")
class CapacityTest {
    @Test
    void look() {
        var meter = new CapacityMeter();
        var aws = TestAws.get();
        var store = new DynamoTicketStore(aws.dynamoDb(meter), aws.table(), new BlobsInMemory(), () -> "Root=1-67890abc-1234567890abcdef12345678;Parent=53995c3f42cd8ad8;Sampled=1");
        var text = "Bonjour,\n\nDepuis ce matin, Jira est très lent : chaque page met plus de dix secondes à s'afficher, et deux collègues n'arrivent "
                + "plus à se connecter. Nous avons une mise en production à 14 h ; pouvez-vous regarder en priorité ?\n\nMerci d'avance,\nAlice Martin\nAcme SA";
        var open = opening(88).mails(mail("CAEj7kq0Z8xJm5c2@mail.acme.example"), text).clock(ClockChange.STARTED, Phase.RUNNING)
                .tells(ALICE, "accuse").tells(BRUNO, "nouvelle").commit();
        System.out.println("head " + Json.write(open.after()).length + " packed " + Packing.pack(Json.write(open.after())).length + " item " + size(HeadItem.of(open)));
        System.out.println(new String(Json.write(open.after())));
        var c = CommitItem.of(open, "Root=1-67890abc-1234567890abcdef12345678;Parent=53995c3f42cd8ad8;Sampled=1");
        System.out.println("commit " + size(c.item()) + " raw " + Committed.json(open.after(), open.events(), open.notices(), open.withheld(), java.util.List.of(), java.util.List.of()).length);
        System.out.println(new String(Committed.json(open.after(), open.events(), open.notices(), open.withheld(), java.util.List.of(), java.util.List.of())));
        store.write(open);
        System.out.println(meter.take());
        var answer = to(open.after(), BRUNO, Duration.ofMinutes(40)).owned(BRUNO).says(text).moves("attente-client", false, true).clock(ClockChange.STOPPED, Phase.STOPPED)
                .tells(ALICE, "reponse").due(MONDAY.plus(Duration.ofDays(3))).commit();
        System.out.println("commit " + size(CommitItem.of(answer, "").item()));
        store.write(answer);
        System.out.println(meter.take());
        var reply = to(answer.after(), ALICE, Duration.ofMinutes(90)).mails(mail("second"), text).moves("en-cours", false, false).due(null).commit();
        store.write(reply);
        System.out.println(meter.take());
        store.find(reply.after().id());
        System.out.println(meter.take());
    }
    static int size(java.util.Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> item) {
        return item.entrySet().stream().mapToInt(e -> e.getKey().length() + (e.getValue().s() != null ? e.getValue().s().getBytes(java.nio.charset.StandardCharsets.UTF_8).length : e.getValue().n() != null ? 8 : e.getValue().b().asByteArray().length)).sum();
    }
}

package guichet.fanout;

import guichet.core.ticket.RecordedEvent;
import guichet.fanout.FanoutFunction.Item;
import guichet.runtime.MessageJson;
import guichet.runtime.Settings;
import guichet.store.Format;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

/** What happened, for the company's own systems: which ticket, what, by whom; never what was written in it. */
@ApplicationScoped
class CompanyBus {
    private static final Logger LOG = Logger.getLogger(CompanyBus.class);
    private static final int ENTRIES = 10;

    /** @param id of the commit: the bus repeats itself, and consumers tell by it */
    record Detail(
            String id,
            String ticket,
            long version,
            String desk,
            String type,
            String state,
            boolean closed,
            List<Happened> events) {}

    /** @param what the event's name, as the table and the timeline know it */
    record Happened(long seq, String at, String what, String by) {}

    private static final Format<Detail> FORMAT = MessageJson.format("bus event", Detail.class);

    @Inject
    EventBridgeClient events;

    /** @return the sequence numbers of the records whose event the bus did not take */
    Set<String> put(List<Item> items) {
        var failed = new HashSet<String>();
        for (int from = 0; from < items.size(); from += ENTRIES) {
            putSome(items.subList(from, Math.min(items.size(), from + ENTRIES)), failed);
        }
        return failed;
    }

    private void putSome(List<Item> items, Set<String> failed) {
        var entries = items.stream().map(CompanyBus::entry).toList();
        try {
            var results = events.putEvents(put -> put.entries(entries)).entries();
            for (int i = 0; i < results.size(); i++) {
                if (results.get(i).errorCode() != null) {
                    LOG.errorf(
                            "the bus refused an event: %s %s",
                            results.get(i).errorCode(), results.get(i).errorMessage());
                    failed.add(items.get(i).sequenceNumber());
                }
            }
        } catch (SdkException e) {
            LOG.errorf(e, "%d events did not reach the bus", items.size());
            items.forEach(item -> failed.add(item.sequenceNumber()));
        }
    }

    private static PutEventsRequestEntry entry(Item item) {
        var ticket = item.committed().ticket();
        var happened = new ArrayList<Happened>();
        item.committed().events().forEach(recorded -> happened.add(happened(recorded)));
        var detail = new Detail(
                item.committed().id(),
                ticket.id().toString(),
                ticket.seq(),
                ticket.id().desk(),
                ticket.type(),
                ticket.state(),
                ticket.isClosed(),
                happened);
        return PutEventsRequestEntry.builder()
                .eventBusName(Settings.required("GUICHET_BUS"))
                .source("guichet")
                .detailType("Ticket changed")
                .detail(FORMAT.writeText(detail))
                .build();
    }

    private static Happened happened(RecordedEvent recorded) {
        return new Happened(
                recorded.seq(),
                recorded.at().toString(),
                recorded.event().name(),
                recorded.by().role().name().toLowerCase(java.util.Locale.ROOT));
    }
}

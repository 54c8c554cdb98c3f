package guichet.store;

import guichet.core.people.Contact;
import guichet.core.people.Directory;
import guichet.core.people.Organization;
import guichet.store.Transaction.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The people and organizations of the desks, in the table. Putting the same in twice leaves what putting it in once
 * does.
 */
public final class DynamoDirectory implements Directory {
    private static final String PERSON = "person";
    private static final String ORGANIZATION = "organization";
    private static final String OF_DOMAIN = "of";
    static final Format<Contact> CONTACT_FORMAT = ItemJson.format("person", Contact.class);
    static final Format<Organization> ORGANIZATION_FORMAT = ItemJson.format("organization", Organization.class);
    /** A transaction takes a hundred items. */
    private static final int MOST_DOMAINS = 48;

    private final DynamoDbClient db;
    private final String table;

    public DynamoDirectory(DynamoDbClient db, String table) {
        this.db = db;
        this.table = table;
    }

    /** What became of an organization that was put in. */
    public sealed interface Stored {
        record Done() implements Stored {}

        /** One of its domains is listed for another organization of the desk; nothing was stored. */
        record DomainTaken(String domain, String organization) implements Stored {}
    }

    @Override
    public Optional<Contact> contact(String desk, String address) {
        return find(Keys.contact(desk, address), false).map(DynamoDirectory::contact);
    }

    @Override
    public Map<String, Contact> contacts(String desk, Set<String> addresses) {
        var addressOf = addresses.stream()
                .collect(Collectors.toMap(address -> Keys.contact(desk, address), Function.identity()));
        return BatchRead.eventually(db, table)
                .items(addressOf.keySet().stream()
                        .map(pk -> Attr.key(pk, Keys.ALONE))
                        .toList())
                .stream()
                .collect(Collectors.toMap(item -> addressOf.get(Attr.text(item, Keys.PK)), DynamoDirectory::contact));
    }

    private static Contact contact(Map<String, AttributeValue> item) {
        return CONTACT_FORMAT.read(Packing.unpack(Attr.bytes(item, PERSON)));
    }

    @Override
    public Optional<Organization> organization(String desk, String id) {
        return organization(desk, id, false);
    }

    private Optional<Organization> organization(String desk, String id, boolean consistent) {
        return find(Keys.organization(desk, id), consistent)
                .map(item -> ORGANIZATION_FORMAT.read(Packing.unpack(Attr.bytes(item, ORGANIZATION))));
    }

    /** The organization itself has the last word on its domains. */
    @Override
    public Optional<Organization> organizationOfDomain(String desk, String domain) {
        return find(Keys.domain(desk, domain), false)
                .flatMap(item -> organization(desk, Attr.text(item, OF_DOMAIN)))
                .filter(organization -> organization.domains().contains(domain));
    }

    public void put(Contact contact) {
        var item = Attr.item(Keys.contact(contact.desk(), contact.address()), Keys.ALONE);
        item.put(PERSON, Attr.b(Packing.pack(CONTACT_FORMAT.write(contact))));
        db.putItem(put -> put.tableName(table).item(item));
    }

    /**
     * The organization, with what its domains were before taken back, and what they are now claimed: whole, or not at
     * all.
     */
    public Stored put(Organization organization) {
        if (organization.domains().size() > MOST_DOMAINS) {
            throw new IllegalArgumentException(
                    organization.id() + " has " + organization.domains().size() + " domains; at most " + MOST_DOMAINS);
        }
        var desk = organization.desk();
        var before = organization(desk, organization.id(), true);
        if (before.equals(Optional.of(organization))) {
            return new Stored.Done();
        }
        var steps = new ArrayList<Step<Stored>>();
        var item = Attr.item(Keys.organization(desk, organization.id()), Keys.ALONE);
        item.put(ORGANIZATION, Attr.b(Packing.pack(ORGANIZATION_FORMAT.write(organization))));
        organization.domains().stream()
                .distinct()
                .map(domain -> claim(desk, domain, organization.id()))
                .forEach(steps::add);
        before.map(Organization::domains).orElse(List.of()).stream()
                .distinct()
                .filter(domain -> !organization.domains().contains(domain))
                .map(domain -> giveUp(desk, domain, organization.id()))
                .forEach(steps::add);
        steps.add(new Step<>(
                TransactWriteItem.builder()
                        .put(Put.builder().tableName(table).item(item).build())
                        .build(),
                Stored.Done::new));
        return new Transaction<Stored>(db, Backoff.JITTER)
                .run(steps)
                .map(step -> step.refused().get())
                .orElseGet(Stored.Done::new);
    }

    private Step<Stored> claim(String desk, String domain, String organization) {
        var item = Attr.item(Keys.domain(desk, domain), Keys.ALONE);
        item.put(OF_DOMAIN, Attr.s(organization));
        var put = Put.builder()
                .tableName(table)
                .item(item)
                .conditionExpression("attribute_not_exists(pk) OR #of = :of")
                .expressionAttributeNames(Map.of("#of", OF_DOMAIN))
                .expressionAttributeValues(Map.of(":of", Attr.s(organization)))
                .build();
        return new Step<>(
                TransactWriteItem.builder().put(put).build(),
                () -> new Stored.DomainTaken(
                        domain,
                        find(Keys.domain(desk, domain), true)
                                .map(taken -> Attr.text(taken, OF_DOMAIN))
                                .orElse("")));
    }

    private Step<Stored> giveUp(String desk, String domain, String organization) {
        var delete = Delete.builder()
                .tableName(table)
                .key(Attr.key(Keys.domain(desk, domain), Keys.ALONE))
                .conditionExpression("attribute_not_exists(pk) OR #of = :of")
                .expressionAttributeNames(Map.of("#of", OF_DOMAIN))
                .expressionAttributeValues(Map.of(":of", Attr.s(organization)))
                .build();
        return new Step<>(TransactWriteItem.builder().delete(delete).build(), () -> new Stored.DomainTaken(domain, ""));
    }

    private Optional<Map<String, AttributeValue>> find(String pk, boolean consistent) {
        var found = db.getItem(
                get -> get.tableName(table).key(Attr.key(pk, Keys.ALONE)).consistentRead(consistent));
        return found.hasItem() ? Optional.of(found.item()) : Optional.empty();
    }
}

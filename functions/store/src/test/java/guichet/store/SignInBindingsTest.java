package guichet.store;

import static guichet.store.World.MONDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import guichet.store.SignInBindings.Before;
import guichet.store.SignInBindings.Binding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("aws")
class SignInBindingsTest {
    private static final String ALICES_SUB = "c2a5f4d8-0011-70aa-1b2c-3d4e5f607182";
    private static final String BOBS_SUB = "d3b604e9-2233-70bb-2c3d-4e5f60718293";
    private static final Binding ALICE = new Binding(ALICES_SUB, "alice@acme.example", "grant", MONDAY);

    private final String table = TestAws.get().table();
    private final SignInBindings bindings = new SignInBindings(TestAws.get().dynamoDb(), table);

    @Test
    void a_sub_stands_for_the_address_it_was_bound_to_and_an_unknown_one_for_nobody() {
        assertEquals(Optional.empty(), bindings.address(ALICES_SUB));
        assertEquals(new Before(Optional.empty(), Optional.empty()), bindings.bind(ALICE));
        assertEquals(Optional.of("alice@acme.example"), bindings.address(ALICES_SUB));
        assertEquals(Optional.of(ALICE), bindings.of("Alice@ACME.example"), "whatever the case");
        assertEquals(Optional.empty(), bindings.address(BOBS_SUB));
        assertEquals(Optional.empty(), bindings.address("x".repeat(5_000)), "a key has a limit, a claim has none");
    }

    @Test
    void the_same_bound_twice_stays_as_it_was_first_approved() {
        bindings.bind(ALICE);
        var again = bindings.bind(
                new Binding(ALICES_SUB, "ALICE@acme.example", "somebody else", MONDAY.plus(Duration.ofDays(1))));
        assertEquals(new Before(Optional.of("alice@acme.example"), Optional.of(ALICES_SUB)), again);
        assertEquals(Optional.of(ALICE), bindings.of("alice@acme.example"));
    }

    @Test
    void a_person_with_a_new_address_is_no_longer_found_at_the_old_one() {
        bindings.bind(ALICE);
        var before = bindings.bind(
                new Binding(ALICES_SUB, "alice.martin@acme.example", "grant", MONDAY.plus(Duration.ofDays(1))));
        assertEquals(new Before(Optional.of("alice@acme.example"), Optional.empty()), before);
        assertEquals(Optional.of("alice.martin@acme.example"), bindings.address(ALICES_SUB));
        assertEquals(Optional.empty(), bindings.of("alice@acme.example"));
    }

    @Test
    void an_address_that_passes_to_somebody_else_takes_nobody_along() {
        var shared = new Binding(ALICES_SUB, "support@acme.example", "grant", MONDAY);
        bindings.bind(shared);
        assertEquals(
                new Before(Optional.empty(), Optional.of(ALICES_SUB)),
                bindings.bind(new Binding(BOBS_SUB, "support@acme.example", "grant", MONDAY)));
        assertEquals(Optional.empty(), bindings.address(ALICES_SUB));
        assertEquals(Optional.of("support@acme.example"), bindings.address(BOBS_SUB));
    }

    @Test
    void access_taken_back_leaves_nothing_and_may_be_given_again() {
        bindings.bind(ALICE);
        assertEquals(Optional.of(ALICE), bindings.release("alice@acme.example"));
        assertEquals(Optional.empty(), bindings.address(ALICES_SUB));
        assertEquals(Optional.empty(), bindings.release("alice@acme.example"), "twice is once");
        assertEquals(new Before(Optional.empty(), Optional.empty()), bindings.bind(ALICE));
    }

    @Test
    @Tag("concurrent")
    void of_many_who_are_given_one_address_at_once_one_has_it() throws Exception {
        var calls = new ArrayList<Callable<Before>>();
        for (var sub : List.of(ALICES_SUB, BOBS_SUB)) {
            calls.add(() -> bindings.bind(new Binding(sub, "support@acme.example", "grant", MONDAY)));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(calls)) {
                done.get();
            }
        }
        var owner = bindings.of("support@acme.example").orElseThrow().sub();
        var other = owner.equals(ALICES_SUB) ? BOBS_SUB : ALICES_SUB;
        assertEquals(Optional.empty(), bindings.address(other));
    }

    @Test
    void access_that_is_taken_back_while_the_address_passes_on_is_taken_from_who_has_it_now() {
        bindings.bind(ALICE);
        var passedOn = new Binding(BOBS_SUB, "alice@acme.example", "grant", MONDAY);
        var released = meanwhile(() -> bindings.bind(passedOn)).release("alice@acme.example");
        assertEquals(Optional.of(passedOn), released, "looked at again");
        assertEquals(Optional.empty(), bindings.of("alice@acme.example"));
        assertEquals(Optional.empty(), bindings.address(BOBS_SUB));
        assertEquals(Optional.empty(), bindings.address(ALICES_SUB));
    }

    @Test
    void a_person_who_is_given_another_address_meanwhile_loses_the_first_and_keeps_no_other() {
        bindings.bind(ALICE);
        var other = new Binding(ALICES_SUB, "a.martin@acme.example", "grant", MONDAY);
        var third = new Binding(ALICES_SUB, "am@acme.example", "grant", MONDAY);
        assertEquals(
                new Before(Optional.of("a.martin@acme.example"), Optional.empty()),
                meanwhile(() -> bindings.bind(other)).bind(third));
        assertEquals(Optional.of("am@acme.example"), bindings.address(ALICES_SUB));
        assertEquals(Optional.empty(), bindings.of("alice@acme.example"));
        assertEquals(Optional.empty(), bindings.of("a.martin@acme.example"));
    }

    @Test
    void an_address_that_is_given_to_two_meanwhile_is_the_last_ones_alone() {
        var alices = new Binding(ALICES_SUB, "support@acme.example", "grant", MONDAY);
        var bobs = new Binding(BOBS_SUB, "support@acme.example", "grant", MONDAY);
        assertEquals(
                new Before(Optional.empty(), Optional.of(ALICES_SUB)),
                meanwhile(() -> bindings.bind(alices)).bind(bobs));
        assertEquals(Optional.of(bobs), bindings.of("support@acme.example"));
        assertEquals(Optional.empty(), bindings.address(ALICES_SUB));
    }

    /** The same table, in which something happens between the first look and the first write. */
    private SignInBindings meanwhile(Runnable happens) {
        return new SignInBindings(TestAws.get().dynamoDb(new Meanwhile(happens)), table);
    }

    @Test
    @Tag("capacity")
    void signing_in_costs_one_read_unit_and_an_approval_four_write_units() {
        var meter = new CapacityMeter();
        var bindings = new SignInBindings(TestAws.get().dynamoDb(meter), table);
        bindings.bind(ALICE);
        var approval = meter.take();
        assertEquals(2, approval.read());
        assertEquals(4, approval.write());
        bindings.address(ALICES_SUB);
        assertEquals(1, meter.take().read());
        bindings.bind(new Binding(BOBS_SUB, "bob@acme.example", "grant", MONDAY));
        meter.take();
        bindings.bind(new Binding(BOBS_SUB, "alice@acme.example", "grant", MONDAY));
        assertEquals(8, meter.take().write(), "with what it replaces");
    }
}

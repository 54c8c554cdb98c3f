package guichet.core.ticket;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a kind of event is called wherever it is written or sent: in the table, in the timeline, on the company's bus.
 * Tables, clients and the company's systems know it by that name, so it never changes, whatever the class is called.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventName {
    String value();
}

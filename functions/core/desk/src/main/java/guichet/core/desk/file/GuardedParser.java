package guichet.core.desk.file;

import java.util.Optional;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.parser.Parser;

/** A YAML parser that refuses anchors, aliases and deep nesting as they come by, before anything is built from them. */
final class GuardedParser implements Parser {
    private static final int DEEPEST = 30;
    private final Parser parser;
    private int depth;

    GuardedParser(Parser parser) {
        this.parser = parser;
    }

    @Override
    public Event next() {
        var event = parser.next();
        if (event instanceof AliasEvent
                || event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw refusal("anchors and aliases (& and *) are not used in these files", event);
        }
        if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
            throw refusal("nested more than " + DEEPEST + " levels deep", event);
        }
        if (event instanceof CollectionEndEvent) {
            depth--;
        }
        return event;
    }

    private static ParserException refusal(String message, Event event) {
        return new ParserException("", Optional.empty(), message, event.getStartMark());
    }

    @Override
    public boolean checkEvent(Event.ID choice) {
        return parser.checkEvent(choice);
    }

    @Override
    public Event peekEvent() {
        return parser.peekEvent();
    }

    @Override
    public boolean hasNext() {
        return parser.hasNext();
    }
}

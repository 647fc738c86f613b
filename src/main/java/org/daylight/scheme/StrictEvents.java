package org.daylight.scheme;

import org.daylight.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;

/**
 * Lets through the YAML that says what it means where it stands: no aliases and anchors, which mean something elsewhere; no tags and
 * directives, which change what a value is; no nesting beyond what anybody reads.
 */
final class StrictEvents implements Parser {
    static final int DEEPEST = 50;

    private final Parser parser;
    private final boolean oneDocument;
    private int documents;
    private int depth;
    private @Nullable Mark latest;

    StrictEvents(Parser parser, boolean oneDocument) {
        this.parser = parser;
        this.oneDocument = oneDocument;
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
    public Event getEvent() {
        // Looked at before it is taken: the composer peeks at most one ahead.
        Event event = parser.getEvent();
        latest = event.getStartMark();
        if (event instanceof DocumentStartEvent document) {
            document(document);
        } else if (event instanceof AliasEvent alias) {
            throw unsupported("an alias (`*" + alias.getAnchor() + "`)", event, "write out what it stands for");
        } else if (event instanceof NodeEvent node && node.getAnchor() != null) {
            throw unsupported("an anchor (`&" + node.getAnchor() + "`)", event, "leave it out");
        } else if (tag(event) != null) {
            throw unsupported("a tag (`" + tag(event) + "`)", event, "leave it out; quotation marks make a text");
        }
        nesting(event);
        return event;
    }

    /** Where the event taken last begins; null before the first. */
    @Nullable
    Mark latest() {
        return latest;
    }

    private void document(DocumentStartEvent document) {
        documents++;
        depth = 0;
        boolean tags = document.getTags() != null && !document.getTags().isEmpty();
        if (document.getVersion() != null || tags) {
            throw unsupported("a directive (`%`)", document, "leave it out");
        }
        if (oneDocument && documents > 1) {
            throw new StrictYamlException(
                    ProblemCode.UNSUPPORTED_YAML,
                    document.getStartMark(),
                    "a second document begins here, and the file may hold one",
                    "make it a file of its own");
        }
    }

    private void nesting(Event event) {
        if (event instanceof CollectionStartEvent) {
            depth++;
        } else if (event instanceof CollectionEndEvent) {
            depth--;
        }
        if (depth > DEEPEST) {
            throw new StrictYamlException(
                    ProblemCode.TOO_LARGE,
                    event.getStartMark(),
                    "lists and mappings stand inside each other more than " + DEEPEST + " deep",
                    null);
        }
    }

    private static @Nullable String tag(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getTag();
        }
        return event instanceof CollectionStartEvent collection ? collection.getTag() : null;
    }

    private static StrictYamlException unsupported(String construct, Event event, String fix) {
        return new StrictYamlException(
                ProblemCode.UNSUPPORTED_YAML,
                event.getStartMark(),
                construct + " is not part of the YAML that is read here",
                fix);
    }
}

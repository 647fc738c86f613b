package org.daylight.cli;

import java.util.List;
import java.util.Locale;

/**
 * A scheme that is complete though small: one service, a rule that grants it and the rule that meets it from the other side, each
 * with a case.
 */
final class SchemeTemplate {
    private static final List<String> FILES =
            List.of("scheme.yaml", "notice.md", "types.drl", "card.drl", "cases/card.yaml");

    private SchemeTemplate() {}

    static FileTemplates of(String id) {
        String title =
                id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1).replace('-', ' ');
        FileTemplates templates = new FileTemplates();
        FILES.forEach(file -> templates.add(file, "scheme/" + file, title, id.replace('-', '_')));
        return templates;
    }
}

package org.daylight.rulebase.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.daylight.rulebase.source.Token;
import org.daylight.rulebase.source.Tokens;
import org.daylight.rulebase.syntax.Section.Kind;
import org.daylight.scheme.Nearest;

/** Cuts a rule file into its sections, also where an {@code end} is missing or a keyword is misspelt. */
final class Sections {
    static final List<String> KEYWORDS = Arrays.stream(Kind.values())
            .filter(kind -> kind != Kind.OTHER)
            .map(Kind::keyword)
            .toList();

    private static final Set<String> LIKE_END = Set.of("end", "ende", "endd", "edn", "ned", "endrule", "endif");

    private final String text;
    private final List<Token> tokens;

    private Sections(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    static List<Section> of(String text) {
        return new Sections(text, Tokens.of(text, 0)).cut();
    }

    private List<Section> cut() {
        List<Section> sections = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            if (tokens.get(at).is(";")) {
                at++;
                continue;
            }
            Section section = begin(at);
            sections.add(section);
            at += section.tokens().size();
        }
        return sections;
    }

    private Section begin(int at) {
        Kind kind = opens(at).or(() -> opensMisspelt(at)).orElse(Kind.OTHER);
        if (kind.isOneLine()) {
            return new Section(kind, tokens.subList(at, endOfLine(at)), true);
        }
        int end = kind == Kind.FUNCTION ? endOfBlock(at) : endOf(kind, at);
        return end > 0
                ? new Section(kind, tokens.subList(at, end), true)
                : new Section(kind, tokens.subList(at, next(at)), kind == Kind.OTHER);
    }

    /** Behind the last token of the line, or of what a semicolon ends. */
    private int endOfLine(int from) {
        int at = from + 1;
        while (at < tokens.size() && !isFirstOfLine(at) && !tokens.get(at - 1).is(";")) {
            at++;
        }
        return at;
    }

    /** Behind the brace that closes the first one; 0 when another section begins before. */
    private int endOfBlock(int from) {
        int depth = 0;
        for (int at = from + 1; at < tokens.size() && !beginsAnother(at); at++) {
            depth += tokens.get(at).is("{") ? 1 : 0;
            depth -= tokens.get(at).is("}") ? 1 : 0;
            if (depth == 0 && tokens.get(at).is("}")) {
                return at + 1;
            }
        }
        return 0;
    }

    /** Behind the {@code end}; 0 when another section begins before. */
    private int endOf(Kind kind, int from) {
        for (int at = from + 1; kind != Kind.OTHER && at < tokens.size() && !beginsAnother(at); at++) {
            boolean choices = kind == Kind.DECLARE && tokens.get(from + 1).is("enum");
            if (choices ? tokens.get(at).is("end") : isEnd(at)) {
                return at + 1;
            }
        }
        return 0;
    }

    private boolean isEnd(int at) {
        if (tokens.get(at).is("end")) {
            return !Tokens.matches(tokens, at + 1, ":") && !Tokens.matches(tokens, at - 1, ".");
        }
        return isMisspeltEnd(at);
    }

    /** A word alone on its line that nobody writes who does not mean {@code end}. */
    private boolean isMisspeltEnd(int at) {
        boolean alone = isFirstOfLine(at) && (at + 1 == tokens.size() || isFirstOfLine(at + 1));
        return alone && LIKE_END.contains(tokens.get(at).text().toLowerCase(Locale.ROOT));
    }

    private int next(int from) {
        int at = from + 1;
        while (at < tokens.size() && !beginsAnother(at)) {
            at++;
        }
        return at;
    }

    private boolean beginsAnother(int at) {
        return isFirstOfLine(at)
                && (opens(at).isPresent()
                        || opensMisspelt(at)
                                .filter(kind -> kind == Kind.RULE || kind == Kind.QUERY || kind == Kind.DECLARE)
                                .isPresent());
    }

    private Optional<Kind> opens(int at) {
        return tokens.get(at).isWord()
                ? kind(tokens.get(at).text()).filter(kind -> isFollowed(kind, at))
                : Optional.empty();
    }

    /** A keyword with a slip, followed by what follows such a keyword. */
    private Optional<Kind> opensMisspelt(int at) {
        Token token = tokens.get(at);
        if (!token.isWord() || KEYWORDS.contains(token.text()) || !isFirstOfLine(at)) {
            return Optional.empty();
        }
        return near(token.text(), KEYWORDS).flatMap(Sections::kind).filter(kind -> isFollowed(kind, at));
    }

    private boolean isFollowed(Kind kind, int at) {
        if (at + 1 >= tokens.size()) {
            return false;
        }
        Token next = tokens.get(at + 1);
        boolean named = next.kind() == Token.Kind.TEXT || next.is("\"");
        boolean exact = tokens.get(at).is(kind.keyword());
        return switch (kind) {
            case RULE, QUERY -> named || (exact && (next.isWord() || next.is("@")));
            case PACKAGE, IMPORT -> named || next.isWord();
            default -> next.isWord();
        };
    }

    static Optional<Kind> kind(String keyword) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind != Kind.OTHER && kind.keyword().equals(keyword))
                .findFirst();
    }

    static Optional<String> near(String word, List<String> known) {
        return Nearest.to(word.toLowerCase(Locale.ROOT), known);
    }

    private boolean isFirstOfLine(int at) {
        return at == 0
                || text.substring(
                                        Mistake.end(tokens.get(at - 1)),
                                        tokens.get(at).offset())
                                .indexOf('\n')
                        >= 0;
    }
}

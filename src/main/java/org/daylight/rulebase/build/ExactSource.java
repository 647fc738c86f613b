package org.daylight.rulebase.build;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Position;
import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.stmt.BlockStmt;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One file of generated Java, with what {@link ExactArithmetic} puts in the place of operators and decimal literals. Lines stay
 * where they are, so that what the compiler says of one text can be told of the other.
 */
final class ExactSource {
    /** What may have to be replaced; the generator prints spaces around operators. */
    private static final Pattern COMPUTES = Pattern.compile(
            " [-+*/%]=? | [<>]=? | [=!]= |[(, ]-\\S|\\d\\.\\d|\\d[eE]\\d|[dD]ouble|[fF]loat"
                    + "|new [A-Z]|\\.set[A-Z]|\\((int|long|byte|short|char)\\)|\\d{10}|DECIMAL128|lifted_|regexp_|\\w = |Math\\.|\\.equals\\(|new (java\\.math\\.)?BigDecimal|BigDecimal\\.class");

    /** The engine takes decimal literals for binary ones and declares its variables so; authors cannot. */
    private static final Pattern BINARY_TYPE =
            Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"|(?<![\\w.])(?:java\\.lang\\.)?(?:[dD]ouble|[fF]loat)\\b");

    private static final Pattern PRIMITIVE_ARGUMENT = Pattern.compile("Function\\d<[^<>]*\\b(int|long|boolean)\\b");
    /** In type arguments, and in the parameters of the method that goes with them. */
    private static final Pattern PRIMITIVE =
            Pattern.compile("((?:Function\\d<|apply\\()(?:[^<>()]*[ ,])?)(int|long|boolean)\\b");

    static final ParserConfiguration CONFIGURATION = new ParserConfiguration()
            .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17)
            .setAttributeComments(false);

    private final String text;
    private final int[] lineStarts;

    private ExactSource(String text) {
        this.text = text;
        this.lineStarts = starts(text);
    }

    /** The same text where nothing is computed, or where it is no Java: the compiler tells that better. */
    static String of(String generated, FittingArguments fitting) {
        if (!COMPUTES.matcher(generated).find()
                && fitting.parameters().keySet().stream().noneMatch(generated::contains)) {
            return generated;
        }
        String decimal = BINARY_TYPE
                .matcher(withoutPrimitiveArguments(generated))
                .replaceAll(found -> found.group().startsWith("\"")
                        ? Matcher.quoteReplacement(found.group())
                        : ExactArithmetic.DECIMAL);
        ParseResult<CompilationUnit> parsed = new JavaParser(CONFIGURATION).parse(decimal);
        return parsed.isSuccessful() && parsed.getResult().isPresent()
                ? new ExactArithmetic(new ExactSource(decimal), fitting)
                        .render(parsed.getResult().get())
                : generated;
    }

    /** A block of statements alone. */
    static String ofBlock(String block, FittingArguments fitting) {
        ParseResult<BlockStmt> parsed = new JavaParser(CONFIGURATION).parseBlock(block);
        return parsed.getResult()
                .filter(read -> parsed.isSuccessful())
                .map(read -> new ExactArithmetic(new ExactSource(block), fitting).render(read))
                .orElse(block);
    }

    /** The generator writes {@code Function1<int, Object>} behind {@code from}, which is no Java. */
    private static String withoutPrimitiveArguments(String generated) {
        if (!PRIMITIVE_ARGUMENT.matcher(generated).find()) {
            return generated;
        }
        return PRIMITIVE
                .matcher(generated)
                .replaceAll(found -> found.group(1)
                        + switch (found.group(2)) {
                            case "int" -> "Integer";
                            case "long" -> "Long";
                            default -> "Boolean";
                        });
    }

    private static int[] starts(String text) {
        return IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(0, text.length())
                                .filter(at -> text.charAt(at) == '\n')
                                .map(at -> at + 1))
                .toArray();
    }

    private int offset(Position position) {
        return lineStarts[position.line - 1] + position.column - 1;
    }

    int begin(Node node) {
        return offset(range(node).begin);
    }

    int end(Node node) {
        return offset(range(node).end) + 1;
    }

    private static Range range(Node node) {
        return node.getRange().orElseThrow();
    }

    String written(Node node) {
        return text.substring(begin(node), end(node));
    }

    /** A node's text with each child's replaced. */
    String copy(Node node, Function<Node, String> replaced) {
        StringBuilder copy = new StringBuilder();
        int at = begin(node);
        for (Node child : inside(node)) {
            if (begin(child) < at) {
                continue;
            }
            copy.append(text, at, begin(child)).append(replaced.apply(child));
            at = end(child);
        }
        return copy.append(text, at, end(node)).toString();
    }

    /**
     * A variable's type is its child and stands before it; such ones are left out. The type of a pattern behind {@code instanceof}
     * stands inside the pattern, which comes first.
     */
    private static List<Node> inside(Node node) {
        return node.getChildNodes().stream()
                .filter(child -> child.getRange().isPresent() && range(node).contains(range(child)))
                .sorted(Comparator.comparing((Node child) -> range(child).begin)
                        .thenComparing(child -> range(child).end, Comparator.reverseOrder()))
                .toList();
    }

    /** The line breaks of a node's text that a shorter one in its place must keep. */
    String keepingLines(Node node, String shorter) {
        long lost = lines(written(node)) - lines(shorter);
        return shorter + "\n".repeat((int) Math.max(0, lost));
    }

    private static long lines(String text) {
        return text.chars().filter(letter -> letter == '\n').count();
    }
}

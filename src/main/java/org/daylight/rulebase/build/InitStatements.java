package org.daylight.rulebase.build;

import com.github.javaparser.StaticJavaParser;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import java.util.Set;
import java.util.stream.Collectors;
import org.daylight.rulebase.source.InitForm;

/** Statements of {@code init( … )} that went through the engine's generator as texts, in the class that it made of the accumulation. */
final class InitStatements {
    private InitStatements() {}

    /** Whether the generated {@code data.name = "…"} stands for a statement. */
    static boolean isOne(AssignExpr assignment) {
        return assignment.getTarget() instanceof FieldAccessExpr field
                && field.getNameAsString().startsWith(InitForm.STATEMENT)
                && assignment.getValue().isStringLiteralExpr();
    }

    /** The statement, on the accumulation's own variables; it stands before the semicolon of what it takes the place of. */
    static String of(AssignExpr assignment, FittingArguments fitting) {
        String data = ((FieldAccessExpr) assignment.getTarget()).getScope().toString();
        Set<String> variables = assignment.findRootNode().findAll(ClassOrInterfaceDeclaration.class).stream()
                .filter(type -> type.getNameAsString().equals("ContextData"))
                .flatMap(type -> type.findAll(FieldDeclaration.class).stream())
                .flatMap(field -> field.getVariables().stream())
                .map(variable -> variable.getNameAsString())
                .collect(Collectors.toSet());
        BlockStmt block = StaticJavaParser.parseBlock(
                "{ " + assignment.getValue().asStringLiteralExpr().asString() + "; }");
        block.findAll(NameExpr.class, name -> variables.contains(name.getNameAsString()))
                .forEach(name -> name.replace(new FieldAccessExpr(new NameExpr(data), name.getNameAsString())));
        return ExactSource.ofBlock(block.toString().replace('\n', ' '), fitting);
    }
}

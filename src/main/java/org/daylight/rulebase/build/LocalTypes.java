package org.daylight.rulebase.build;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.UnknownType;
import java.util.Optional;
import java.util.stream.Stream;

/** The declared types of local variables, and of what is put into them. */
final class LocalTypes {
    private LocalTypes() {}

    /** The type that a variable, or the array of an element, was declared with; unknown for what is no local variable. */
    static Type of(Expression target) {
        return target instanceof ArrayAccessExpr element ? ofElement(of(element.getName())) : ofVariable(target);
    }

    /** The type of what stands in an array of the type. */
    static Type ofElement(Type array) {
        return array instanceof ArrayType of ? of.getComponentType() : new UnknownType();
    }

    private static Type ofVariable(Expression target) {
        Node within = target;
        while (target instanceof NameExpr name && within.hasParentNode()) {
            within = within.getParentNode().orElseThrow();
            Optional<Type> declared = declared(within, name.getNameAsString());
            if (declared.isPresent()) {
                return declared.get();
            }
        }
        return new UnknownType();
    }

    private static Optional<Type> declared(Node within, String name) {
        if (within instanceof MethodDeclaration method) {
            return parameter(method.getParameters().stream(), name);
        } else if (within instanceof LambdaExpr lambda) {
            return parameter(lambda.getParameters().stream(), name);
        }
        Stream<? extends Node> expressions = within instanceof BlockStmt block
                ? block.getStatements().stream()
                        .filter(ExpressionStmt.class::isInstance)
                        .map(statement -> ((ExpressionStmt) statement).getExpression())
                : within instanceof ForStmt loop ? loop.getInitialization().stream() : Stream.empty();
        return expressions
                .filter(VariableDeclarationExpr.class::isInstance)
                .flatMap(declaration -> ((VariableDeclarationExpr) declaration).getVariables().stream())
                .filter(variable -> variable.getNameAsString().equals(name))
                .map(VariableDeclarator::getType)
                .findFirst();
    }

    private static Optional<Type> parameter(Stream<Parameter> parameters, String name) {
        return parameters
                .filter(parameter -> parameter.getNameAsString().equals(name))
                .map(Parameter::getType)
                .findFirst();
    }

    /** The type of the variable or function that a {@code switch} gives its value to. */
    static Type ofChoice(YieldStmt yielded) {
        Node choice = yielded;
        while (!(choice instanceof SwitchExpr) && choice.hasParentNode()) {
            choice = choice.getParentNode().orElseThrow();
        }
        Node into = choice.getParentNode().orElse(choice);
        if (into instanceof VariableDeclarator variable) {
            return variable.getType();
        } else if (into instanceof AssignExpr assignment) {
            return of(assignment.getTarget());
        }
        return into instanceof ReturnStmt returned ? ofResult(returned) : new UnknownType();
    }

    /** What the function gives that a value is returned from. */
    static Type ofResult(ReturnStmt returned) {
        Node within = returned;
        while (!(within instanceof MethodDeclaration) && !(within instanceof LambdaExpr) && within.hasParentNode()) {
            within = within.getParentNode().orElseThrow();
        }
        return within instanceof MethodDeclaration method ? method.getType() : new UnknownType();
    }
}

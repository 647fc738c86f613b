package org.daylight.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.daylight.problem.AuthorProblem;
import org.daylight.scenario.Case;
import org.daylight.scenario.CaseResult;

/**
 * Prints test results as JUnit XML, in the form that build servers read: one suite a scheme, one test case a case; a scheme's
 * errors are an error of a test case {@code check}, too little coverage is a failure of one named {@code coverage}.
 */
record JunitReport(PrintWriter out) {
    /** A test case as the format has it. */
    private record Outcome(String classname, String name, double seconds, String element, String message, String text) {
        static Outcome success(String classname, String name, double seconds) {
            return new Outcome(classname, name, seconds, "", "", "");
        }
    }

    void print(List<SchemeReport> reports) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuites");
            List<Outcome> all = reports.stream()
                    .flatMap(report -> outcomes(report).stream())
                    .toList();
            counts(xml, "daylight", all);
            for (SchemeReport report : reports) {
                suite(xml, report);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        out.write(text.toString());
        out.println();
    }

    private static void suite(XMLStreamWriter xml, SchemeReport report) throws XMLStreamException {
        List<Outcome> outcomes = outcomes(report);
        xml.writeStartElement("testsuite");
        counts(xml, report.checked().id(), outcomes);
        for (Outcome outcome : outcomes) {
            xml.writeStartElement("testcase");
            attribute(xml, "classname", outcome.classname());
            attribute(xml, "name", outcome.name());
            attribute(xml, "time", seconds(outcome.seconds()));
            if (!outcome.element().isEmpty()) {
                xml.writeStartElement(outcome.element());
                attribute(xml, "message", outcome.message());
                attribute(xml, "type", outcome.element());
                xml.writeCharacters(legal(outcome.text()));
                xml.writeEndElement();
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void counts(XMLStreamWriter xml, String name, List<Outcome> outcomes) throws XMLStreamException {
        attribute(xml, "name", name);
        attribute(xml, "tests", String.valueOf(outcomes.size()));
        attribute(xml, "failures", String.valueOf(count(outcomes, "failure")));
        attribute(xml, "errors", String.valueOf(count(outcomes, "error")));
        attribute(xml, "skipped", "0");
        attribute(
                xml,
                "time",
                seconds(outcomes.stream().mapToDouble(Outcome::seconds).sum()));
    }

    private static long count(List<Outcome> outcomes, String element) {
        return outcomes.stream()
                .filter(outcome -> outcome.element().equals(element))
                .count();
    }

    private static List<Outcome> outcomes(SchemeReport report) {
        String suite = report.checked().id();
        List<Outcome> outcomes = new ArrayList<>();
        List<AuthorProblem> problems = report.checked().problems();
        if (report.checked().hasErrors()) {
            String text = problems.stream().map(AuthorProblem::toString).collect(Collectors.joining("\n"));
            outcomes.add(new Outcome(suite, "check", 0, "error", Plural.of(problems.size(), "problem"), text));
        }
        report.runs().forEach(run -> outcomes.add(outcome(suite, run)));
        if (report.coverage() != null) {
            String message = String.join("; ", report.shortfalls());
            String gaps = report.coverage().gaps().stream()
                    .map(gap -> gap.file() + ":" + gap.line() + " " + gap.text())
                    .collect(Collectors.joining("\n"));
            outcomes.add(
                    message.isEmpty()
                            ? Outcome.success(suite, "coverage", 0)
                            : new Outcome(suite, "coverage", 0, "failure", message, gaps));
        }
        return outcomes;
    }

    private static Outcome outcome(String suite, SchemeReport.Run run) {
        CaseResult result = run.result();
        Case tested = result.testCase();
        String classname = suite + "." + tested.title();
        if (result.holds()) {
            return Outcome.success(classname, tested.name(), run.seconds());
        }
        String text = result.differences().stream()
                .map(CaseResult.Difference::toString)
                .collect(Collectors.joining("\n", tested.file() + ":" + tested.line() + "\n", ""));
        String message = result.differences().get(0).toString();
        return new Outcome(classname, tested.name(), run.seconds(), "failure", message, text);
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value));
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }

    /** XML 1.0 has no way to write most control characters and halves of surrogate pairs. */
    private static String legal(String text) {
        return text.codePoints()
                .map(point -> isLegal(point) ? point : '\uFFFD')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isLegal(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}

package org.daylight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class ReportsTest {
    @TempDir
    Path directory;

    private Path scheme = Path.of("");

    @BeforeEach
    void aSchemeOfWhichOneCaseFails() {
        scheme = Ran.scheme(directory);
        Ran.replace(scheme.resolve("cases/card.yaml"), "outcome: REFUSED", "outcome: GRANTED");
    }

    @Test
    void asJsonEveryCaseAndTheCoverageAreThere() throws Exception {
        Ran test = Ran.of("test", scheme.toString(), "--format", "json", "--coverage");

        JsonNode report = new ObjectMapper().readTree(test.out()).get(0);
        assertThat(test.code()).isEqualTo(ExitCode.CASES_FAILED);
        assertThat(report.get("scheme").textValue()).isEqualTo("library");
        assertThat(report.at("/cases/0/holds").booleanValue()).isTrue();
        assertThat(report.at("/cases/1/differences/0/found").textValue()).isEqualTo("REFUSED");
        assertThat(report.at("/coverage/rules/0/fired").booleanValue()).isTrue();
        assertThat(report.at("/coverage/conditions").size()).isEqualTo(6);
    }

    @Test
    void asJunitXmlEachCaseIsATestCaseAndTheCountsAddUp() throws Exception {
        Ran test = Ran.of("test", scheme.toString(), "--format", "junit");

        Element root = parse(test.out());
        Element suite = (Element) root.getElementsByTagName("testsuite").item(0);
        Element failed = (Element) root.getElementsByTagName("testcase").item(1);
        Element failure = (Element) failed.getElementsByTagName("failure").item(0);
        assertThat(root.getTagName()).isEqualTo("testsuites");
        assertThat(suite.getAttribute("name")).isEqualTo("library");
        assertThat(suite.getAttribute("tests")).isEqualTo("3");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("errors")).isEqualTo("0");
        assertThat(root.getElementsByTagName("testcase").getLength()).isEqualTo(3);
        assertThat(failed.getAttribute("classname")).isEqualTo("library.A resident's card");
        assertThat(failed.getAttribute("name")).isEqualTo("Who moved away does not");
        assertThat(failed.getAttribute("time")).matches("\\d+\\.\\d{3}");
        assertThat(failure.getAttribute("message")).isEqualTo("outcome: expected GRANTED, found REFUSED");
        assertThat(failure.getTextContent()).startsWith("cases/card.yaml:14\n");
    }

    @Test
    void asJunitXmlTheErrorsOfASchemeAreAnError() throws Exception {
        Ran.replace(scheme.resolve("card.drl"), "package library", "package <other>\u0001");

        Ran test = Ran.of("test", scheme.toString(), "--format", "junit");

        Element root = parse(test.out());
        assertThat(test.code()).isEqualTo(ExitCode.SCHEME_HAS_ERRORS);
        assertThat(root.getAttribute("errors")).isEqualTo("1");
        assertThat(root.getElementsByTagName("error").getLength()).isEqualTo(1);
    }

    private static Element parse(String xml) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }
}

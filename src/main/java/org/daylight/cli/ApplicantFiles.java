package org.daylight.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.daylight.evaluation.Inquiry;
import org.daylight.rulebase.RuleBase;
import org.daylight.scenario.InquiryReader;
import org.daylight.scheme.Problems;
import org.daylight.scheme.TextReader;
import org.daylight.scheme.UnsoundTextException;

/** Reads many dossiers, one at a time: files of YAML, JSON or NDJSON, and folders of them. */
record ApplicantFiles(InquiryReader.Overrides overrides, RuleBase rules, Problems problems) {
    private static final Set<String> LINES = Set.of("ndjson", "jsonl");
    private static final Set<String> DOCUMENTS = Set.of("yaml", "yml", "json");

    void read(List<Path> paths, Consumer<Inquiry> each) {
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new UsageException("there is no file or folder `" + path + "`");
            }
            for (Path file : files(path)) {
                try (BufferedReader text = new BufferedReader(new TextReader(Files.newInputStream(file)))) {
                    if (LINES.contains(ending(file))) {
                        lines(file, text, each);
                    } else {
                        documents(ProblemLines.shown(file), text, each);
                    }
                } catch (UnsoundTextException unsound) {
                    unsound.report(ProblemLines.shown(file), problems);
                } catch (IOException unreadable) {
                    throw new UsageException("cannot read `" + file + "`");
                }
            }
        }
    }

    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> inside = Files.list(path)) {
            return inside.filter(file -> LINES.contains(ending(file)) || DOCUMENTS.contains(ending(file)))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UsageException("cannot read `" + path + "`");
        }
    }

    private static String ending(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** Reads one dossier a line; the line's number becomes part of the file's name in problems. */
    private void lines(Path file, BufferedReader text, Consumer<Inquiry> each) throws IOException {
        int number = 0;
        for (String line = text.readLine(); line != null; line = text.readLine()) {
            number++;
            if (!line.isBlank()) {
                documents(ProblemLines.shown(file) + ":" + number, new StringReader(line), each);
            }
        }
    }

    private void documents(String name, Reader text, Consumer<Inquiry> each) {
        new InquiryReader(name, rules, problems).readEach(text, overrides, each);
    }
}

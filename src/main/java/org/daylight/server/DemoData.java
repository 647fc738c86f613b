package org.daylight.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.daylight.dossier.EnrolmentRequest;
import org.daylight.dossier.Enrolments;
import org.daylight.dossier.Intake;
import org.daylight.problem.CallerProblemException;
import org.daylight.problem.StrictJson;
import org.daylight.publication.LiveSchemes;
import org.daylight.scheme.PublishedScheme;
import org.daylight.scheme.Scheme;
import org.jboss.logging.Logger;

/**
 * Enrols demo citizens and states their lives so far, one batch of statements for each scheme that has a file. They come in as all
 * others do, so a second start adds nothing.
 */
@Singleton
record DemoData(DaylightConfig config, LiveSchemes schemes, Enrolments enrolments, Intake intake) {
    private static final Logger LOG = Logger.getLogger(DemoData.class);

    void load() {
        if (config.demo() && DemoUsers.in(ConfigUtils.getProfiles()).exist()) {
            schemes.ids()
                    .forEach(id -> schemes.find(id).map(PublishedScheme::scheme).ifPresent(this::load));
        }
    }

    private void load(Scheme scheme) {
        String batch = batch(scheme.id());
        if (batch.isEmpty()) {
            return;
        }
        try {
            Set<String> citizens = citizens(batch);
            citizens.forEach(citizen -> enrolments.enrol(scheme.id(), enrolment(scheme, citizen), Role.REGISTRAR.id()));
            intake.batch(batch, Role.SOURCE.id());
            LOG.infof("scheme %s: demo citizens %s", scheme.id(), String.join(", ", citizens));
        } catch (CallerProblemException unfit) {
            // The rules were changed so that the demo no longer fits them, which is no reason not to start.
            LOG.warnf("scheme %s: its demo citizens are left out: %s", scheme.id(), unfit.getMessage());
        }
    }

    private static EnrolmentRequest enrolment(Scheme scheme, String citizen) {
        return new EnrolmentRequest(
                citizen,
                scheme.notice().version(),
                scheme.manifest().lawfulBasis().name());
    }

    private static Set<String> citizens(String batch) {
        Set<String> citizens = new TreeSet<>();
        for (JsonNode statement : StrictJson.read(batch)) {
            citizens.add(statement.path("subject").asText());
        }
        return citizens;
    }

    private static String batch(String scheme) {
        try (InputStream file = DemoData.class.getResourceAsStream("/demo/" + scheme + ".json")) {
            return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package org.daylight.dossier;

import org.daylight.problem.JsonBody;

/** A registrar's request: the notice that the citizen was given, and the basis on which data may be held. */
public record EnrolmentRequest(String citizen, String notice, String lawfulBasis) {

    /**
     * Reads a caller's {@code {"citizen","notice","lawfulBasis"}}.
     *
     * @throws org.daylight.problem.CallerProblemException with all that is wrong with it
     */
    public static EnrolmentRequest read(String json) {
        JsonBody body = JsonBody.read(json);
        EnrolmentRequest request =
                new EnrolmentRequest(body.text("citizen"), body.text("notice"), body.text("lawfulBasis"));
        body.finish();
        return request;
    }
}

package org.daylight.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.daylight.problem.CallerProblemException;
import org.daylight.problem.JsonBody;
import org.daylight.problem.StrictJson;
import org.daylight.records.RecordStore;
import org.daylight.scheme.Register;

/**
 * Takes statements in, as CloudEvents 1.0: {@code type} is {@code <scheme>.<Type>}, {@code subject} the citizen, {@code time}
 * when the event occurred or from when the fact holds. Sent twice, a statement is stored once and answered alike; a batch is
 * all or nothing.
 */
public final class Intake {
    private final RecordStore records;
    private final Register register;
    private final Limits limits;
    private final Function<StatementBatch.Submission, List<StatementReceipt>> admission;

    /**
     * The limits of a submission.
     *
     * @param batch statements in one batch
     * @param text characters in one text
     */
    public record Limits(int batch, int text) {
        public static final Limits DEFAULT = new Limits(1000, JsonBody.MAX_TEXT);
    }

    public Intake(RecordStore records, Register register, Limits limits) {
        this.records = records;
        this.register = register;
        this.limits = limits;
        this.admission = records.batched(StatementBatch::admit);
    }

    /**
     * Takes in one CloudEvent in structured mode.
     *
     * @param recordedBy the caller's name
     * @throws CallerProblemException with all that is wrong: 400 for the JSON, 409 for an id that was used for something else before,
     *     410 for an erased statement, 422 otherwise
     */
    public StatementReceipt one(String json, String recordedBy) {
        StatementDraftReader reader = new StatementDraftReader(register, limits.text());
        StatementDraft draft = reader.read(EnvelopeReader.read(StrictJson.read(json), ""));
        return admit(List.of(draft), recordedBy).get(0);
    }

    /**
     * Takes in all of a JSON array of CloudEvents, or nothing.
     *
     * @param recordedBy the caller's name
     * @throws CallerProblemException as for one, with all that is wrong in all of them
     */
    public List<StatementReceipt> batch(String json, String recordedBy) {
        JsonNode document = StrictJson.read(json);
        if (!(document instanceof ArrayNode)) {
            throw CallerProblemException.of(400, "wrong-type", "", StrictJson.found(document), "a list of CloudEvents");
        }
        if (document.size() > limits.batch()) {
            throw CallerProblemException.of(
                    422, "batch-too-large", "", document.size() + " statements", "at most " + limits.batch());
        }
        StatementDraftReader reader = new StatementDraftReader(register, limits.text());
        List<StatementDraft> drafts = new ArrayList<>();
        for (JsonNode event : document) {
            drafts.add(reader.read(EnvelopeReader.read(event, "[" + drafts.size() + "].")));
        }
        return drafts.isEmpty() ? List.of() : admit(drafts, recordedBy);
    }

    private List<StatementReceipt> admit(List<StatementDraft> drafts, String recordedBy) {
        if (drafts.stream().anyMatch(StatementDraft::isFlawed)) {
            // Refuses here already, on the caller's thread, unless the flawed drafts repeat stored ones, which is rare.
            records.read(session -> SubmissionValidation.of(new ExistingStatements(session, drafts), drafts));
        }
        return admission.apply(new StatementBatch.Submission(drafts, recordedBy));
    }
}

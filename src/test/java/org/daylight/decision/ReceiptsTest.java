package org.daylight.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.daylight.dossier.Erasure;
import org.daylight.fixture.Stores;
import org.daylight.log.note.Bits;
import org.daylight.log.note.Checkpoint;
import org.daylight.log.note.MalformedNoteException;
import org.daylight.log.verify.Receipt;
import org.daylight.outside.OutsideVerifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Stores.class)
class ReceiptsTest {
    private final LoggedTown logged;
    private String decision = "";

    ReceiptsTest(Stores store, @TempDir Path directory) {
        logged = new LoggedTown(store, directory);
    }

    @BeforeEach
    void aDecisionAboutAda() {
        logged.town.enrol("library", "ada");
        logged.town.state("library.LateReturn", "e1", "ada", "2026-10-01", "{'daysLate':11}");
        decision = logged.ask("ada");
    }

    @AfterEach
    void close() {
        logged.close();
    }

    @Test
    void aReceiptHoldsAsSoonAsTheDecisionIsAnswered() {
        Receipt receipt = logged.parsed(decision);

        Checkpoint checkpoint = receipt.verify(logged.key());

        assertThat(receipt.subject()).isEqualTo("decision " + decision);
        assertThat(receipt.proof().index()).isEqualTo(checkpoint.size() - 1);
        assertThat(receipt.record()).contains("\"outcome\":\"GRANTED\"").contains("\"citizen\":\"ada\"");
    }

    @Test
    void aToolWrittenFromThePublicTextsFindsTheReceiptGood() {
        Receipts.Receipt receipt = logged.receipts.of(decision).orElseThrow();
        byte[] record = receipt.record().getBytes(StandardCharsets.UTF_8);
        String key = logged.key().toString();

        assertThat(OutsideVerifier.verifyProof(receipt.proof(), record, key)).isPositive();
        assertThatThrownBy(() -> OutsideVerifier.verifyProof(receipt.proof(), Bits.flipped(record, 99), key))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aReceiptHoldsWhenTheLogHasGrownAndACitizenWasErased() {
        Receipt before = logged.parsed(decision);
        for (int i = 0; i < 5; i++) {
            logged.ask("ada");
        }
        Receipt after = logged.parsed(decision);
        new Erasure(logged.town.records).erase("ada", "caseworker");

        assertThat(after.record()).isEqualTo(before.record());
        assertThat(after.proof()).isNotEqualTo(before.proof());
        assertThat(before.verify(logged.key()).size())
                .isLessThan(after.verify(logged.key()).size());
        assertThatThrownBy(() -> logged.receipts.of(decision)).isInstanceOf(ErasedDecisionException.class);
    }

    @Test
    void noByteOfAReceiptMayChange() {
        byte[] receipt = logged.receipt(decision);

        for (int at = 0; at < receipt.length; at++) {
            byte[] altered = Bits.flipped(receipt, 8 * at + at % 8);

            assertThatThrownBy(() -> Receipt.parse(altered).verify(logged.key()))
                    .as("byte %d", at)
                    .isInstanceOf(MalformedNoteException.class);
        }
    }
}

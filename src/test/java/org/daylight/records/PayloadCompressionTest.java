package org.daylight.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PayloadCompressionTest {
    @Property
    void whatIsUnpackedIsWhatWasPacked(@ForAll @Size(max = 5000) byte[] clear) {
        assertThat(PayloadCompression.unpack(PayloadCompression.pack(clear))).isEqualTo(clear);
    }

    @Property
    void whatCannotBeMadeSmallerGrowsByOneByte(@ForAll @Size(max = 100) byte[] clear) {
        assertThat(PayloadCompression.pack(clear)).hasSizeLessThanOrEqualTo(clear.length + 1);
    }

    @Test
    void whatLooksLikeAnAssessmentIsMadeMuchSmaller() {
        byte[] clear = "{\"effects\":[{\"verb\":\"score.add\",\"name\":null,\"value\":10,\"insteadOf\":null}]}"
                .repeat(5)
                .getBytes(StandardCharsets.UTF_8);

        assertThat(PayloadCompression.pack(clear)).hasSizeLessThan(clear.length / 4);
    }

    /** Rows are read with the dictionary they were written with: one that is mended must get a new number. */
    @Test
    void theDictionaryIsWhatItAlwaysWas() throws IOException, NoSuchAlgorithmException {
        try (InputStream in =
                Objects.requireNonNull(PayloadCompression.class.getResourceAsStream("dictionary-1.txt"))) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());

            assertThat(HexFormat.of().formatHex(hash))
                    .isEqualTo("88c6ab5dbc9391efa013b685f5130238a32362e92d572778ff69aa02097eb7e4");
        }
    }

    @Property
    void partsAreSplitAsTheyWereJoined(@ForAll @Size(max = 20) List<@Size(max = 300) byte[]> parts) {
        SealedFields joined = new SealedFields();
        parts.forEach(joined::with);

        SealedFields split = SealedFields.split(joined.joined());

        assertThat(split.count()).isEqualTo(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            assertThat(split.bytes(i)).isEqualTo(parts.get(i));
        }
    }
}

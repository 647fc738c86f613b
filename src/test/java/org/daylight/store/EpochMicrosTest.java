package org.daylight.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EpochMicrosTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999999Z",
                "1970-01-01T00:00:00Z",
                "2026-11-24T10:00:00.000001Z",
                "9999-12-31T23:59:59.999999Z"
            })
    void everyMomentThatCallersMayNameIsReadBackAsItWas(String moment) {
        assertThat(EpochMicros.instant(EpochMicros.of(Instant.parse(moment)))).isEqualTo(moment);
    }
}

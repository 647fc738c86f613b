package org.daylight.explanation.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.daylight.fixture.SchemeText;
import org.junit.jupiter.api.Test;

class SchemeLanguageTest {
    private final SchemeLanguage english = SchemeLanguage.of(
            SchemeText.library()
                    .rules("rule \"Late\" when AsOf() then score.add( 1 ); end")
                    .ruleBase(),
            null);

    @Test
    void whatAPersonWroteIsNoPlaceToFill() {
        assertThat(english.phrase("change.set", "{2}", "{1}$1", "\\{0}"))
                .isEqualTo(english.phrase("change.set", "first", "second", "third")
                        .replace("first", "{2}")
                        .replace("second", "{1}$1")
                        .replace("third", "\\{0}"));
    }
}

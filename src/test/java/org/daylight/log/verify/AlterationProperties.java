package org.daylight.log.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.daylight.log.note.Bits;

class AlterationProperties {
    private static final List<WrittenLog> LOGS =
            List.of(WrittenLog.of(5), WrittenLog.of(256), WrittenLog.of(257), WrittenLog.of(900));

    /** Every file of the log takes its turn, and any of its bits. */
    @Property(tries = 2000)
    void anyBitOfAnyFileIsFoundAndNamedByItsFile(
            @ForAll @IntRange(max = 3) int which,
            @ForAll @IntRange(min = 0) int file,
            @ForAll @IntRange(min = 0) int bit) {
        WrittenLog log = LOGS.get(which);
        List<String> paths = List.copyOf(log.files.keySet());
        String path = paths.get(file % paths.size());
        byte[] bytes = log.file(path);

        List<Finding> findings =
                log.with(path, Bits.flipped(bytes, bit % (bytes.length * 8))).findings();

        assertThat(findings).isNotEmpty().allSatisfy(finding -> assertThat(finding.where())
                .startsWith(path));
    }
}

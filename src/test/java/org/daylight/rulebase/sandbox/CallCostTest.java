package org.daylight.rulebase.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the lists say that a call costs is what it costs: no step hides much more time, or memory, than any other. */
@Tag("costs")
class CallCostTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final double MOST_TIME = 50;
    /** What is kept is at most some 64 bytes; on the way there more may be made and dropped. */
    private static final double MOST_BYTES_A_STEP = 512;

    private static final int TRIES = 6;
    /** Of one try; each further one takes four times as long, for what it runs may be compiled only then. */
    private static final int MOST_CALLS = 500;

    private static final long MOST_NANOS = 2_000_000;
    /** Of arguments, for each method; in the long profile all. */
    private static final int COMBINATIONS = Integer.getInteger("claims.costs", 1);

    private static final Set<String> CHANGING =
            Set.of("add", "addAll", "put", "putAll", "remove", "set", "append", "reverse", "sort", "next");

    /** Types that exist in a session or a build only; the runaways show what these cost. */
    private static final Set<String> OF_A_SESSION =
            Set.of("org.daylight.vocabulary", "org.drools.model", "org.drools.modelcompiler.constraints");

    private static boolean isCallable(AllowedCalls.Call call) {
        return !OF_A_SESSION.contains(call.type().getPackageName())
                && !Throwable.class.isAssignableFrom(call.type())
                // Made of constants of some digits only.
                && !(call.isConstructor() && call.type() == BigDecimal.class)
                && !call.name().equals("literal")
                && !call.cost().has(Cost.Part.ONCE);
    }

    @Test
    void everyNameInTheListsIsAMethod() {
        AllowedCalls.LIST.listed().forEach((type, members) -> {
            List<AllowedCalls.Call> calls = AllowedCalls.of(type).toList();
            assertThat(members)
                    .as(type)
                    .allMatch(member -> member.equals("*")
                            || member.startsWith("-")
                            || AllowedCalls.load(type).isInterface()
                            || calls.stream()
                                    .anyMatch(call -> member.equals(call.name())
                                            || member.equals(call.name() + call.descriptor()))
                            || member.startsWith("<init>"));
        });
    }

    @Test
    void everyAllowedMethodHasACost() {
        assertThat(AllowedCalls.all()).hasSizeGreaterThan(500).allSatisfy(call -> {
            assertThat(call.cost()).as(call.toString()).isNotNull();
            if (call.cost().has(Cost.Part.METERED)) {
                assertThat(MethodSubstitutions.substitute(call.instruction()))
                        .as("a stand-in for " + call)
                        .isTrue();
            }
        });
    }

    /** Time and memory of one call with some arguments, by step. */
    private record Measured(String call, String arguments, double nanosAStep, double bytesAStep) {}

    @Test
    void noStepHidesMuchTimeOrMemory() {
        double plain = plain();
        List<String> dear = new ArrayList<>();
        for (AllowedCalls.Call call :
                AllowedCalls.all().filter(CallCostTest::isCallable).toList()) {
            WovenCall woven = WovenCall.of(call);
            List<List<Extremes.Value>> combinations = Extremes.combinations(WovenCall.types(call));
            for (List<Extremes.Value> values : combinations.subList(0, Math.min(COMBINATIONS, combinations.size()))) {
                Measured best = null;
                for (int tries = 0; tries < TRIES && (best == null || isDear(best, plain)); tries++) {
                    Measured measured = measure(call, woven, values, 1L << (2 * tries));
                    if (measured == null) {
                        break;
                    }
                    best = best == null || measured.nanosAStep() < best.nanosAStep() ? measured : best;
                }
                if (best != null && isDear(best, plain)) {
                    dear.add("%s %s: %.1f times a turn of a loop, %.0f bytes a step"
                            .formatted(best.call(), best.arguments(), best.nanosAStep() / plain, best.bytesAStep()));
                }
            }
        }
        assertThat(dear).isEmpty();
    }

    private static boolean isDear(Measured measured, double plain) {
        return measured.nanosAStep() > MOST_TIME * plain || measured.bytesAStep() > MOST_BYTES_A_STEP;
    }

    /** Nanoseconds of a turn of a loop in which nothing is done. */
    private static double plain() {
        WovenCall none = WovenCall.none();
        return Stream.generate(() -> measure(none, new Object[0], 1_000_000))
                .limit(20)
                .map(Objects::requireNonNull)
                .mapToDouble(measured -> measured[0] / measured[2])
                .sorted()
                .skip(10)
                .findFirst()
                .orElseThrow();
    }

    /** Null where the call fails with these arguments, or is refused. */
    private static @Nullable Measured measure(
            AllowedCalls.Call call, WovenCall woven, List<Extremes.Value> values, long patience) {
        boolean anew = CHANGING.contains(call.name());
        double[] once = measure(woven, Extremes.made(values, anew), 1);
        if (once == null) {
            return null;
        }
        int times =
                (int) Math.max(1, Math.min(MOST_CALLS * patience, MOST_NANOS * patience / (long) Math.max(1, once[0])));
        double[] often = times == 1 ? once : measure(woven, Extremes.made(values, anew), times);
        // Called often it may fail, when a list is full or empty.
        double[] known = often == null ? once : often;
        return new Measured(
                call.toString(), Extremes.shown(values), known[0] / known[2], (known[1] - 10_000) / known[2]);
    }

    private static boolean hasKeysWithoutOrder(Object value) {
        Object keys = value instanceof Map<?, ?> map ? map.keySet() : value;
        return keys instanceof Set<?> set && set.iterator().next() instanceof Period;
    }

    private static double @Nullable [] measure(WovenCall woven, Object[] arguments, int times) {
        Meter meter = Meter.start(Budget.DEFAULT);
        if (Stream.of(arguments).anyMatch(CallCostTest::hasKeysWithoutOrder)) {
            // As putting them there would have noted.
            Meter.keysWithoutOrder();
        }
        try {
            long bytes = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
            long nanos = THREADS.getCurrentThreadCpuTime();
            woven.run(arguments, times);
            return new double[] {
                THREADS.getCurrentThreadCpuTime() - nanos,
                THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - bytes,
                meter.spent()
            };
        } catch (VerifyError broken) {
            throw broken;
        } catch (Throwable refused) {
            return null;
        } finally {
            meter.stop();
        }
    }
}

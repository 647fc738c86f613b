package org.daylight.before;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.Serial;
import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.SecureRandomSpi;
import java.security.Security;
import java.util.Arrays;
import java.util.Map;

/**
 * Gives zeros to Daylight where it asks for random bytes, so that keys, salts and nonces are the same in each run. It stands in
 * front of the JDK's own source while a service under test runs, and lets whoever else asks have that one's bytes.
 */
public final class KnownRandomness implements QuarkusTestResourceLifecycleManager {
    private static final String NAME = "KnownRandomness";

    @Override
    public Map<String, String> start() {
        SecureRandom random = new SecureRandom();
        Security.insertProviderAt(new Zeros(random), 1);
        return Map.of();
    }

    @Override
    public void stop() {
        Security.removeProvider(NAME);
    }

    private static final class Zeros extends Provider {
        @Serial
        private static final long serialVersionUID = 1;

        Zeros(SecureRandom random) {
            super(NAME, "1", "zeros for Daylight");
            putService(new Service(this, "SecureRandom", NAME, ZerosForDaylight.class.getName(), null, null) {
                @Override
                public Object newInstance(Object parameter) {
                    return new ZerosForDaylight(random);
                }
            });
        }
    }

    private static final class ZerosForDaylight extends SecureRandomSpi {
        @Serial
        private static final long serialVersionUID = 1;

        private final SecureRandom random;

        ZerosForDaylight(SecureRandom random) {
            this.random = random;
        }

        @Override
        protected void engineNextBytes(byte[] bytes) {
            if (isForDaylight()) {
                Arrays.fill(bytes, (byte) 0);
            } else {
                random.nextBytes(bytes);
            }
        }

        @Override
        protected byte[] engineGenerateSeed(int bytes) {
            return random.generateSeed(bytes);
        }

        @Override
        protected void engineSetSeed(byte[] seed) {
            random.setSeed(seed);
        }

        /** Tests of parts run beside a service in the same JVM, and their classes are the system's: they keep their chance. */
        private static boolean isForDaylight() {
            return StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE)
                    .walk(frames -> frames.<Class<?>>map(StackFrame::getDeclaringClass)
                            .filter(type -> type.getNestHost() != KnownRandomness.class)
                            .filter(type -> !type.getPackageName().equals("java.security"))
                            .findFirst())
                    .filter(type -> type.getPackageName().startsWith("org.daylight."))
                    .filter(type -> type.getClassLoader() != ClassLoader.getSystemClassLoader())
                    .isPresent();
        }
    }
}

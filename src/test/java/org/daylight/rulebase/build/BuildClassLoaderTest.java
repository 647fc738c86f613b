package org.daylight.rulebase.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.UUID;
import org.daylight.fixture.SchemeText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BuildClassLoaderTest {
    private final List<String> looks = new ArrayList<>();

    /** Knows the classes of Java only. */
    private final ClassLoader searched = new ClassLoader(ClassLoader.getPlatformClassLoader()) {
        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            looks.add(name);
            throw new ClassNotFoundException(name);
        }

        @Override
        protected @Nullable URL findResource(String name) {
            looks.add(name);
            return null;
        }

        @Override
        protected Enumeration<URL> findResources(String name) {
            looks.add(name);
            return Collections.emptyEnumeration();
        }
    };

    private final BuildClassLoader loader = new BuildClassLoader(searched);

    private void lookForThree() throws IOException {
        assertThatThrownBy(() -> loader.loadClass("town.Loan"))
                .isInstanceOf(ClassNotFoundException.class)
                .hasMessage("town.Loan");
        assertThat(loader.getResource("town/Loan.class")).isNull();
        assertThat(loader.getResourceAsStream("town/Loan.class")).isNull();
        assertThat(loader.getResources("META-INF/town").hasMoreElements()).isFalse();
    }

    @Test
    void whatIsNowhereIsLookedForOnce() throws IOException {
        lookForThree();
        lookForThree();

        assertThat(looks).containsExactly("town.Loan", "town/Loan.class", "META-INF/town");
    }

    @Test
    void whatIsNowhereIsLookedForAgainOnceItIsForgotten() throws IOException {
        lookForThree();
        loader.forgetWhatIsNowhere();
        lookForThree();

        assertThat(looks).hasSize(6);
    }

    @Test
    void whatIsThereIsFoundEachTime() throws Exception {
        for (int time = 0; time < 2; time++) {
            assertThat(loader.loadClass("java.util.List")).isEqualTo(List.class);
            assertThat(loader.getResource("java/util/List.class")).isNotNull();
            assertThat(loader.getResourceAsStream("java/util/List.class")).isNotEmpty();
            assertThat(Collections.list(loader.getResources("java/util/List.class")))
                    .hasSize(1);
            loader.forgetWhatIsNowhere();
        }
        assertThat(looks).as("whether there are more of it").containsExactly("java/util/List.class");
    }

    @Test
    void thereIsAnEndToRemembering() {
        for (int name = 0; name <= BuildClassLoader.NAMES_MAX; name++) {
            loader.getResource("town/Loan" + name);
        }
        loader.getResource("town/Loan0");
        assertThat(looks).hasSize(BuildClassLoader.NAMES_MAX + 2);
    }

    @Test
    void whatCameMeanwhileIsSeenAfterABuildThatFailed() throws Exception {
        // given
        String name = "came-" + UUID.randomUUID();
        Path file = Path.of(getClass()
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .resolve(name);
        assertThat(BuildClassLoader.CLASS_PATH.getResource(name)).isNull();
        Files.createFile(file);
        try {
            assertThat(BuildClassLoader.CLASS_PATH.getResource(name)).isNull();
            // when
            assertThat(SchemeText.library()
                            .rules("rule \"Wrong\" when then nowhere.call(); end")
                            .compile()
                            .ruleBase())
                    .isEmpty();
            // then
            assertThat(BuildClassLoader.CLASS_PATH.getResource(name)).isNotNull();
        } finally {
            Files.delete(file);
        }
    }
}

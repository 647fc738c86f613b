package org.daylight.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * Runs the migrations, which each dialect has in a folder of its own. They are listed and not searched for, because a search
 * depends on the class loader: what it finds in a test it may miss in a packaged application, and then the tables are silently
 * missing.
 */
final class Migrations implements ResourceProvider {
    /** Their files, in order. INVARIANT: one that was released never changes; what changes the tables comes behind it. */
    static final List<String> FILES = List.of("V1__records.sql");

    private final List<LoadableResource> files;

    private Migrations(String folder) {
        files = FILES.stream().map(file -> load(folder + file)).toList();
    }

    static void run(Dialect dialect) {
        flyway(dialect, dialect.writing()).load().migrate();
    }

    /** Refuses a database that this version did not bring up to date. */
    static void check(Dialect dialect) {
        flyway(dialect, dialect.reading()).load().validate();
    }

    /** Open to a test, which stops between migrations. */
    static FluentConfiguration flyway(Dialect dialect, DataSource connections) {
        return dialect.connect(Flyway.configure(Migrations.class.getClassLoader()), connections)
                .resourceProvider(new Migrations(dialect.migrations()))
                .javaMigrationClassProvider(List::of);
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return files.stream()
                .filter(file -> file.getRelativePath().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return files.stream()
                .filter(file -> file.getFilename().startsWith(prefix))
                .filter(file -> Stream.of(suffixes).anyMatch(file.getFilename()::endsWith))
                .toList();
    }

    private static LoadableResource load(String name) {
        try (InputStream in = Migrations.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the migration " + name + " is not in this build");
            }
            return new Migration(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static final class Migration extends LoadableResource {
        private final String name;
        private final String sql;

        Migration(String name, String sql) {
            this.name = name;
            this.sql = sql;
        }

        @Override
        public Reader read() {
            return new StringReader(sql);
        }

        @Override
        public String getAbsolutePath() {
            return name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return name;
        }

        @Override
        public String getFilename() {
            return name.substring(name.lastIndexOf('/') + 1);
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}

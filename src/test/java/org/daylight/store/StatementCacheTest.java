package org.daylight.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import org.daylight.fixture.Stores;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Stores.class)
class StatementCacheTest {
    private final Database database;
    private final Handle handle;
    private final List<PreparedStatement> run = new ArrayList<>();

    StatementCacheTest(Stores store, @TempDir Path directory) {
        database = Database.open(store.url(directory));
        handle = database.openForWriting();
    }

    @AfterEach
    void close() {
        handle.close();
        database.close();
    }

    @Test
    void theSameTextIsPreparedOnceAndKnowsNothingOfWhatWasBoundBefore() {
        keep("a", "first");
        keep("b", "second");

        assertThat(schemeOf("a")).isEqualTo("first");
        assertThat(schemeOf("b")).isEqualTo("second");
        assertThat(run).hasSize(4);
        assertThat(run.get(0)).isSameAs(run.get(1));
        assertThat(run.get(2)).isSameAs(run.get(3));
    }

    @Test
    void whatRunsInsideOfItselfHasAStatementOfItsOwn() {
        keep("a", "b");
        keep("b", "c");

        List<String> inner = handle.createQuery("SELECT scheme FROM revision WHERE hash = :hash")
                .bind("hash", "a")
                .map((row, context) -> schemeOf(row.getString("scheme")))
                .list();

        assertThat(inner).containsExactly("c");
        assertThat(schemeOf("a")).isEqualTo("b");
    }

    @Test
    void whatFailedCanBeRunAgain() {
        keep("a", "first");

        assertThatThrownBy(() -> keep("a", "second")).isInstanceOf(JdbiException.class);

        keep("b", "third");
        assertThat(schemeOf("a")).isEqualTo("first");
        assertThat(schemeOf("b")).isEqualTo("third");
    }

    private void keep(String hash, String scheme) {
        handle.createUpdate(
                        "INSERT INTO revision (hash, scheme, recorded_at, archive) VALUES (:hash, :scheme, 1, :archive)")
                .bind("hash", hash)
                .bind("scheme", scheme)
                .bind("archive", new byte[0])
                .addCustomizer(noting())
                .execute();
    }

    private String schemeOf(String hash) {
        return handle.createQuery("SELECT scheme FROM revision WHERE hash = :hash")
                .bind("hash", hash)
                .addCustomizer(noting())
                .mapTo(String.class)
                .one();
    }

    private StatementCustomizer noting() {
        return new StatementCustomizer() {
            @Override
            public void beforeExecution(PreparedStatement statement, StatementContext context) {
                run.add(statement);
            }
        };
    }
}

package org.daylight.rulebase.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.daylight.fixture.SchemeText;
import org.daylight.problem.AuthorProblem;
import org.daylight.rulebase.Compilation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What no rule may do, through every place where code can stand. Each is refused before any of it is loaded. */
class HostileRulesTest {
    private static final String TYPES = """
            declare LateReturn extends Event
                book : String
                daysLate : int
            end
            """;

    private static String then(String consequence) {
        return "rule \"Hostile\" when $late : LateReturn( $b : book, $d : daysLate )\nthen\n    " + consequence
                + "\nend";
    }

    private static String when(String condition) {
        return "rule \"Hostile\" when\n    " + condition + "\nthen\n    score.add( 1 );\nend";
    }

    static List<String> hostile() {
        return List.of(
                when("LateReturn( new java.util.ArrayList( 2000000000 ).isEmpty() )"),
                then("System.exit( 1 );"),
                then("Runtime.getRuntime().exec( \"id\" );"),
                then("Runtime.getRuntime().halt( 1 );"),
                then("new ProcessBuilder( \"id\" ).start();"),
                then("$late.getClass().getClassLoader();"),
                then("\"\".getClass();"),
                then("Class.forName( \"java.lang.Runtime\" );"),
                then("java.lang.invoke.MethodHandles.lookup();"),
                then("java.lang.reflect.Array.newInstance( String.class, 3 );"),
                then("String.class.getMethods();"),
                then("Thread.currentThread().getContextClassLoader();"),
                then("ClassLoader.getSystemClassLoader();"),
                then("new java.net.URLClassLoader( new java.net.URL[0] );"),
                then("new java.io.File( \"/etc/passwd\" ).length();"),
                then("new java.io.FileWriter( \"x\" ).close();"),
                then("java.nio.file.Files.readAllLines( java.nio.file.Path.of( \"/etc/passwd\" ) );"),
                then("new java.net.Socket( \"localhost\", 80 );"),
                then("new java.net.URL( \"http://localhost\" ).openStream();"),
                then("java.net.http.HttpClient.newHttpClient();"),
                then("new Thread( () -> score.add( 1 ) ).start();"),
                then("new Thread() { public void run() { } }.start();"),
                then("java.util.concurrent.Executors.newCachedThreadPool();"),
                then("java.util.concurrent.ForkJoinPool.commonPool();"),
                then("java.util.List.of( 1, 2 ).parallelStream().count();"),
                then("Thread.sleep( 1000 );"),
                then("System.getProperty( \"user.home\" );"),
                then("System.setProperty( \"a\", \"b\" );"),
                then("System.getenv();"),
                then("Integer.getInteger( \"a\" );"),
                then("Boolean.getBoolean( \"a\" );"),
                then("System.out.println( $d );"),
                then("System.currentTimeMillis();"),
                then("System.nanoTime();"),
                then("java.time.LocalDate.now();"),
                then("java.time.Instant.now();"),
                then("new java.util.Date();"),
                then("java.util.Calendar.getInstance();"),
                then("java.time.Clock.systemUTC();"),
                then("Math.random();"),
                then("new java.util.Random().nextInt();"),
                then("java.util.UUID.randomUUID();"),
                then("java.util.concurrent.ThreadLocalRandom.current().nextInt();"),
                then("System.identityHashCode( $late );"),
                then("$late.hashCode();"),
                then("java.util.Set.of( 1, 2 ).iterator();"),
                then("new java.util.HashMap();"),
                then("java.util.Locale.setDefault( java.util.Locale.ROOT );"),
                then("String.format( \"%s\", $b );"),
                then("java.util.TimeZone.setDefault( null );"),
                then("drools.getRule();"),
                then("drools.halt();"),
                then("drools.getRuntime( Object.class );"),
                then("kcontext.getKieRuntime();"),
                then("((org.drools.core.rule.consequence.KnowledgeHelper) (Object) drools).getKieRuntime();"),
                then("org.daylight.rulebase.sandbox.Meter.start( null );"),
                then("org.daylight.rulebase.RuleCompiler.compile( \"x\", null );"),
                then("org.kie.api.KieServices.get();"),
                then("$late.happened( java.time.Instant.EPOCH, null );"),
                then("$late.setValue( \"daysLate\", 0 );"),
                then("insert( new Standing( 900, \"good\" ) );"),
                then("synchronized ( $late ) { score.add( 1 ); }"),
                then("new Object() { protected void finalize() { } };"),
                then("int[][] a = new int[3][3];"),
                then("new java.math.BigDecimal( $b );"),
                then("org.daylight.rulebase.exact.Wide.literal( $b );"),
                then("org.daylight.rulebase.exact.Exact.literal( \"7\".repeat( $d ) );"),
                then("java.math.BigInteger.TEN.pow( 1000000 );"),
                then("java.util.regex.Pattern.compile( $b );"),
                then("java.util.stream.Stream.iterate( 1, i -> i ).count();"),
                then("java.util.function.Supplier s = () -> Runtime.getRuntime(); s.get();"),
                then("java.util.ServiceLoader.load( Runnable.class );"),
                then("javax.naming.InitialContext.doLookup( \"x\" );"),
                then("Exception e = new RuntimeException(); e.getStackTrace();"),
                then("Object o = (Runnable & java.io.Serializable) () -> System.gc(); ((Runnable) o).run();"),
                "rule \"Hostile\" dialect \"mvel\" when LateReturn()\nthen\n    System.exit( 1 );\nend",
                when("LateReturn( System.getenv().size() > 0 )"),
                when("LateReturn( book.getClass().getName() != \"x\" )"),
                when("LateReturn( $x : book.getClass() )"),
                when("LateReturn( daysLate > Math.random() )"),
                when("eval( System.nanoTime() > 0 )"),
                when("LateReturn() eval( Runtime.getRuntime().availableProcessors() > 0 )"),
                when("String() from System.getProperty( \"user.home\" )"),
                when("accumulate( LateReturn( $d : daysLate ); $s : sum( $d * System.nanoTime() ) )"),
                when(
                        "Number() from accumulate( LateReturn( $d : daysLate ), init( int t = 0; ) action( t += $d; System.exit( 1 ); )"
                                + " result( Integer.valueOf( t ) ) )"),
                when("exists LateReturn( book == System.getProperty( \"a\" ) )"),
                when("forall( LateReturn( book != System.getenv( \"a\" ) ) )"),
                "function void hostile() {\n    System.exit( 1 );\n}\n" + then("hostile();"),
                "function int rule_hostile() {\n    return Runtime.getRuntime().availableProcessors();\n}\n"
                        + then("rule_hostile();"),
                "function int deep( int n ) {\n    return deep( n + 1 );\n}\n" + then("score.add( deep( 1 ) );"),
                "function int one( int n ) {\n    return other( n );\n}\nfunction int other( int n ) {\n    return one( n );\n}\n"
                        + then("score.add( one( 1 ) );"),
                "import function java.lang.System.exit\n" + then("exit( 1 );"),
                "import static java.lang.System.exit\n" + then("exit( 1 );"),
                "import java.io.File\n" + then("new File( \"x\" ).delete();"),
                "import org.daylight.rulebase.sandbox.Meter\n" + then("Meter.enter( \"x\", 1 );"),
                "rule \"Hostile\" salience ( (int) System.nanoTime() ) when LateReturn() then score.add( 1 ); end",
                "rule \"Hostile\" timer( int: 1s ) when LateReturn() then score.add( 1 ); end",
                "rule \"Hostile\" timer( expr: System.nanoTime(), 0 ) when LateReturn() then score.add( 1 ); end",
                "rule \"Hostile\" date-effective \"01-Jan-2020\" when LateReturn() then score.add( 1 ); end",
                "rule \"Hostile\" enabled ( System.getenv().isEmpty() ) when LateReturn() then score.add( 1 ); end",
                "query \"hostile\" ()\n    LateReturn( daysLate > System.nanoTime() )\nend\n" + when("?hostile()"),
                "declare Trap\n    n : long = System.nanoTime()\nend\n" + then("insert( new Trap() );"),
                "declare Trap\n    n : Object = Runtime.getRuntime()\nend\n" + then("insert( new Trap() );"),
                "declare LateAgain extends Event\n    n : int = (int) System.nanoTime()\nend\n" + when("LateAgain()"),
                "global java.util.List cache;\n" + then("cache.add( 1 );"),
                "declare Ticking extends Event\n    @role( event )\n    n : int\nend\n" + when("Ticking()"),
                when("LateReturn() over window:time( 1s )"),
                when("LateReturn() from entry-point \"side door\""),
                // What lies in memory, hash order and the machine's own settings differ from run to run.
                when("LateReturn( hashCode() > 5 )"),
                when("LateReturn( $c : class )"),
                when("LateReturn( book#java.io.File.exists() )"),
                when("java.lang.Runtime()"),
                "function int rule_x( Object o ) {\n    return o.hashCode();\n}\n"
                        + then("score.add( rule_x( $late ) );"),
                "function int getIt( Object o ) {\n    return o.hashCode();\n}\n"
                        + then("score.add( getIt( $late ) );"),
                then("for ( Object o : java.util.Set.of( 1, 2 ) ) { }"),
                then("$b.toUpperCase( java.util.Locale.getDefault() );"),
                then("java.time.ZoneId.systemDefault();"),
                then("java.time.LocalDate.now( java.time.ZoneId.of( \"UTC\" ) );"),
                then("try { score.add( 1 ); } catch ( RuntimeException e ) { e.getMessage(); }"),
                // State that would outlive the assessment.
                then("interface Cache { java.util.List L = new java.util.ArrayList(); } Cache.L.add( 1 );"),
                then("class Cache { static final java.util.List L = new java.util.ArrayList(); } Cache.L.add( 1 );"),
                then("new Object() { { System.exit( 1 ); } };"),
                // Code that hides.
                then("\\u0053ystem.exit( 1 );"),
                then("// harmless \\u000a System.exit( 1 );"),
                then("/* */ System/**/./**/exit( 1 );"),
                then("Runnable r = System::gc; r.run();"),
                then("Runnable r = new java.util.ArrayList()::clear; r.run();"),
                then("} static { System.exit( 1 ); } static void x() {"),
                when("eval( true ); } static { System.exit( 1 ); } { ( true )"),
                "function int f() { return 1; } } class Evil { static { System.exit( 1 ); }\n" + then("f();"),
                "rule \"Hostile\" when LateReturn() do[ bad ] then score.add( 1 ); then[ bad ] System.exit( 1 ); end",
                "rule \"Hostile\" when LateReturn() if ( daysLate > 1 ) do[ bad ] then score.add( 1 ); then[ bad ] score.add( 1 ); end",
                "rule \"Host\\\"; System.exit( 1 ); //\" when LateReturn() then score.add( 1 ); end",
                "import accumulate java.lang.Thread spin\n"
                        + when("accumulate( LateReturn( $d : daysLate ); $s : spin( $d ) )"),
                "unit Hostile\n" + then("score.add( 1 );"),
                "declare Bad extends java.lang.Thread\n    n : int\nend\n" + then("new Bad().start();"),
                "declare Bad\n    r : Runnable\nend\n" + then("insert( new Bad() );"),
                "declare enum Trap A( (int) System.nanoTime() ); n : int end\n" + then("score.add( 1 );"),
                "declare D\n    n : int\nend\n" + then("insert( new D() );"),
                "declare Rule\n    n : int\nend\n" + then("insert( new Rule() );"),
                "import static org.drools.model.DSL.*\n" + then("globalOf( String.class, \"x\" );"),
                // Without end, or without bound, while it is built or before a step is counted.
                when("eval( ((((((((((((((((((((((((((((((true)))))))))))))))))))))))))))))) )"),
                then("final String x = \"aaaaaaaaaaaaaaaaaaaa\"; final String y = x + x + x;"),
                then(
                        "java.util.List<Runnable> l = new java.util.ArrayList<Runnable>(); l.add( () -> l.get( 0 ).run() );"),
                "function void f() { Runnable[] r = new Runnable[1]; r[0] = () -> r[0].run(); r[0].run(); }\n"
                        + then("f();"),
                "query has( int $n )\n    LateReturn( daysLate == $n ) or has( $n; )\nend\n" + when("has( 1; )"),
                then("java.util.Collections.nCopies( 2000000000, 1 );"),
                then("java.math.BigDecimal.TEN.pow( 999999999 );"),
                then("\"%2000000000d\".formatted( 1 );"),
                then("int[] a = new int[3]; a.clone();"),
                then("$late.wait();"),
                then("insertLogical( new LateReturn() );"),
                when("community.LateReturn()"),
                "import community.LateReturn\n" + when("LateReturn()"));
    }

    @Test
    void theRuleAndTheCallAreNamed() {
        assertThat(SchemeText.library()
                        .rules(TYPES + "rule \"Fine\" when LateReturn() then score.add( 1 ); end\n"
                                + "rule \"Reads the disk\" when LateReturn()\n    $x : String() from new java.io.File( \"/\" ).list()\n"
                                + "then score.add( 1 ); end\n"
                                + "function int now() {\n    Runnable r = () -> System.nanoTime();\n    return 1;\n}")
                        .compile()
                        .problems())
                .filteredOn(problem -> problem.preventsGoingLive())
                .extracting(problem -> problem.line() + " " + problem.message())
                .containsExactlyInAnyOrder(
                        "8 `Reads the disk`: `new File` is not allowed in rules",
                        "8 `Reads the disk`: `File.list` is not allowed in rules",
                        "11 `now`: `System.nanoTime` is not allowed in rules");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void isRefusedWithFileAndLine(String hostile) {
        // when
        Compilation compilation = SchemeText.library().rules(TYPES + hostile).compile();
        // then
        assertThat(compilation.ruleBase()).isEmpty();
        assertThat(compilation.problems()).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.severity()).isEqualTo(AuthorProblem.Severity.ERROR);
            assertThat(problem.file()).isEqualTo("rules.drl");
            assertThat(problem.line()).isGreaterThan(5);
            assertThat(problem.message()).doesNotContain("org.", "java.base").hasSizeLessThan(300);
        });
    }
}

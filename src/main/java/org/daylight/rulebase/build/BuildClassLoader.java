package org.daylight.rulebase.build;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The class path, as builds see it. Each build looks for thousands of names, and most are nowhere: a type of the scheme is looked
 * for in every imported package. Where the class path is a list of archives, to look through all of them for each name took more
 * than a quarter of a build, so what is where, and what is nowhere, is remembered from build to build.
 *
 * <p>Each look for a class is also the moment at which a build that shall end does.
 */
final class BuildClassLoader extends ClassLoader {
    /** Authors and the engine make up new names all the time, so there is an end to remembering. */
    static final int NAMES_MAX = 20_000;

    private static final int LETTERS_MAX = 200;

    static final BuildClassLoader CLASS_PATH = new BuildClassLoader(BuildClassLoader.class.getClassLoader());

    private final Map<String, Boolean> missingClasses = new ConcurrentHashMap<>();
    private final Map<String, List<URL>> firstResources = new ConcurrentHashMap<>();
    private final Map<String, List<URL>> allResources = new ConcurrentHashMap<>();

    BuildClassLoader(ClassLoader classPath) {
        super(classPath);
    }

    /** What is nowhere is looked for again: something may not have been found because, say, no more files could be opened. */
    void forgetWhatIsNowhere() {
        missingClasses.clear();
        firstResources.values().removeIf(List::isEmpty);
        allResources.values().removeIf(List::isEmpty);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        BuildThread.checkpoint();
        if (missingClasses.containsKey(name)) {
            throw new ClassNotFoundException(name);
        }
        try {
            return super.loadClass(name, resolve);
        } catch (ClassNotFoundException missing) {
            remember(missingClasses, name, true);
            throw missing;
        }
    }

    @Override
    public @Nullable URL getResource(String name) {
        BuildThread.checkpoint();
        List<URL> known = firstResources.get(name);
        if (known == null) {
            URL found = super.getResource(name);
            known = found == null ? List.of() : List.of(found);
            remember(firstResources, name, known);
        }
        return known.isEmpty() ? null : known.get(0);
    }

    /** No moment to end: services are looked for by initialisers of classes, and a class whose initialiser failed stays broken. */
    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        List<URL> known = allResources.get(name);
        if (known == null) {
            known = Collections.list(super.getResources(name));
            remember(allResources, name, known);
        }
        return Collections.enumeration(known);
    }

    private static <V> void remember(Map<String, V> memory, String name, V value) {
        if (name.length() > LETTERS_MAX) {
            return;
        }
        if (memory.size() >= NAMES_MAX) {
            memory.clear();
        }
        memory.put(name, value);
    }
}

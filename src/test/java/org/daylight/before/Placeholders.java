package org.daylight.before;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Names for what differs from run to run, and for nothing else. A decision's id, made from the time, is {@code {id-1}} by the
 * order in which ids are first seen. The log's root and the hashes that lead to it cover records with such ids: they are
 * {@code {hash}}, and its signature {@code {signature}}. A set without an order is put in one.
 */
final class Placeholders {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** In JSON a line before it ends with the letter n. */
    private static final String NOT_INSIDE = "(?:(?<=\\\\n)|(?<![A-Za-z0-9+/=]))";

    /** 32 bytes in base64, unless they are zeros. */
    private static final Pattern HASH = Pattern.compile(NOT_INSIDE + "(?!A{43}=)[A-Za-z0-9+/]{43}=(?![A-Za-z0-9+/=])");

    /** The key's id and 64 bytes in base64. */
    private static final Pattern SIGNATURE = Pattern.compile(NOT_INSIDE + "[A-Za-z0-9+/]{91}=(?![A-Za-z0-9+/=])");

    private static final Pattern ROOT = Pattern.compile("(?<=root )[0-9a-f]{64}");

    private static final Pattern DISCLOSES = Pattern.compile("(?<=\"discloses\":\\[)[^\\]]+(?=])");

    private final Map<String, String> names = new LinkedHashMap<>();

    /** The text with names in place of what is random. */
    String named(String text) {
        String named = ID.matcher(text).replaceAll(id -> name(id.group()));
        for (Map.Entry<String, String> id : names.entrySet()) {
            named = named.replace(id.getKey().replace("-", ""), id.getValue().replace("}", " without dashes}"));
        }
        named = SIGNATURE.matcher(named).replaceAll("{signature}");
        named = HASH.matcher(named).replaceAll("{hash}");
        named = ROOT.matcher(named).replaceAll("{hash}");
        return DISCLOSES.matcher(named).replaceAll(Placeholders::sorted);
    }

    /** The text with ids in place of their names. */
    String resolved(String text) {
        String resolved = text;
        for (Map.Entry<String, String> id : names.entrySet()) {
            resolved = resolved.replace(id.getValue(), id.getKey());
        }
        return resolved;
    }

    private String name(String id) {
        return names.computeIfAbsent(id, unseen -> "{id-" + (names.size() + 1) + "}");
    }

    private static String sorted(MatchResult names) {
        String[] each = names.group().split(",");
        Arrays.sort(each);
        return String.join(",", each);
    }
}

package org.daylight.before;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opens sealed rows without Daylight's code: nonce, then AES-256-GCM for the row's place; inside a salt, then parts, each after its
 * length, deflated or not. Keys, nonces and salts are zeros, as {@link KnownRandomness} made them.
 */
final class SealedRows {
    private static final byte[] KEY = new byte[32];
    private static final byte[] NONCE = new byte[12];
    private static final byte[] SALT = new byte[32];
    private static final int TAG_BITS = 128;
    private static final int SHOWN_CHARACTERS = 200;
    private static final byte[] DICTIONARY =
            Kept.text(Path.of("src/test/resources/before/dictionary-1.txt")).getBytes(StandardCharsets.UTF_8);

    private SealedRows() {}

    /** A line for each sealed row: what names it, then its parts, of a long one its hash. */
    static String of(Path database) throws SQLException, GeneralSecurityException, DataFormatException, IOException {
        StringBuilder lines = new StringBuilder();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            append(statement, lines, "enrolment", "citizen", "scheme", "position");
            append(statement, lines, "statement", "citizen", "scheme", "position");
            append(statement, lines, "decision", "citizen", "id");
        }
        return lines.toString();
    }

    private static void append(Statement statement, StringBuilder lines, String table, String... names)
            throws SQLException, GeneralSecurityException, DataFormatException, IOException {
        try (ResultSet rows = statement.executeQuery(
                "SELECT " + String.join(", ", names) + ", sealed FROM " + table + " ORDER BY leaf")) {
            while (rows.next()) {
                List<String> place = new ArrayList<>(List.of(table));
                for (String name : names) {
                    place.add(rows.getString(name));
                }
                lines.append(String.join(" ", place)).append('\n');
                for (byte[] part : parts(unpacked(opened(rows.getBytes("sealed"), place)))) {
                    lines.append("    ").append(shown(part)).append('\n');
                }
            }
        }
    }

    private static byte[] opened(byte[] sealed, List<String> place) throws GeneralSecurityException, IOException {
        ByteArrayOutputStream associated = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(associated);
        for (String part : place) {
            byte[] text = part.getBytes(StandardCharsets.UTF_8);
            out.writeInt(text.length);
            out.write(text);
        }
        assertZeros(sealed, NONCE);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(KEY, "AES"), new GCMParameterSpec(TAG_BITS, NONCE));
        cipher.updateAAD(associated.toByteArray());
        return cipher.doFinal(sealed, NONCE.length, sealed.length - NONCE.length);
    }

    private static byte[] unpacked(byte[] clear) throws DataFormatException {
        assertZeros(clear, SALT);
        int begin = SALT.length + 1;
        if (clear[SALT.length] == 0) {
            return Arrays.copyOfRange(clear, begin, clear.length);
        }
        Inflater inflater = new Inflater(true);
        inflater.setInput(clear, begin, clear.length - begin);
        inflater.setDictionary(DICTIONARY);
        byte[] unpacked = new byte[1 << 20];
        int length = inflater.inflate(unpacked);
        inflater.end();
        return Arrays.copyOf(unpacked, length);
    }

    private static void assertZeros(byte[] bytes, byte[] zeros) {
        if (!Arrays.equals(bytes, 0, zeros.length, zeros, 0, zeros.length)) {
            throw new AssertionError("nonce or salt is not of zeros: it came from elsewhere");
        }
    }

    private static List<byte[]> parts(byte[] joined) {
        List<byte[]> parts = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(joined);
        while (in.hasRemaining()) {
            byte[] part = new byte[length(in)];
            in.get(part);
            parts.add(part);
        }
        return parts;
    }

    /** Seven bits a byte, the lowest first; the eighth says that more follow. */
    private static int length(ByteBuffer in) {
        int length = 0;
        int shift = 0;
        byte group;
        do {
            group = in.get();
            length |= (group & 0x7f) << shift;
            shift += 7;
        } while (group < 0);
        return length;
    }

    private static String shown(byte[] part) {
        return Kept.shortened(new String(part, StandardCharsets.UTF_8), SHOWN_CHARACTERS);
    }
}

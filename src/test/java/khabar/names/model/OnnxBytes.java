package khabar.names.model;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The smallest network that labels pieces, as the bytes of an ONNX file: the scores of a piece are its row of a table and
 * the same addend for all. Written field by field after onnx.proto, so that no weights lie in the repository.
 */
final class OnnxBytes {
    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private OnnxBytes() {}

    /**
     * A network.
     *
     * @param inputs the first of them holds the numbers of pieces; the others are declared and not looked at
     * @param table for each piece the score of each label
     */
    static byte[] network(List<String> inputs, String output, float[][] table, float[] addend) {
        OnnxBytes graph = message()
                .message(1, node("Gather", List.of("table", inputs.getFirst()), "rows"))
                .message(1, node("Add", List.of("rows", "addend"), output))
                .text(2, "labels")
                .message(5, tensor("table", flat(table), table.length, addend.length))
                .message(5, tensor("addend", addend, addend.length));
        inputs.forEach(input -> graph.message(11, value(input, INT64, List.of("rows", "pieces"))));
        graph.message(12, value(output, FLOAT, List.of("rows", "pieces", Integer.toString(addend.length))));
        return message()
                .number(1, 8)
                .message(7, graph)
                .message(8, message().text(1, "").number(2, 13))
                .bytes
                .toByteArray();
    }

    private static OnnxBytes node(String operator, List<String> inputs, String output) {
        OnnxBytes node = message();
        inputs.forEach(input -> node.text(1, input));
        return node.text(2, output).text(4, operator);
    }

    private static OnnxBytes tensor(String name, float[] values, int... shape) {
        OnnxBytes tensor = message();
        for (int size : shape) {
            tensor.number(1, size);
        }
        ByteBuffer raw = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        return tensor.number(2, FLOAT).text(8, name).field(9, raw.array());
    }

    /** A size that is no number is a name: it is as large as it comes. */
    private static OnnxBytes value(String name, int type, List<String> shape) {
        OnnxBytes sizes = message();
        for (String size : shape) {
            boolean isNumber = Character.isDigit(size.charAt(0));
            sizes.message(
                    1,
                    isNumber
                            ? message().number(1, Integer.parseInt(size))
                            : message().text(2, size));
        }
        return message()
                .text(1, name)
                .message(2, message().message(1, message().number(1, type).message(2, sizes)));
    }

    private static float[] flat(float[][] table) {
        float[] all = new float[table.length * table[0].length];
        for (int i = 0; i < table.length; i++) {
            System.arraycopy(table[i], 0, all, i * table[i].length, table[i].length);
        }
        return all;
    }

    private static OnnxBytes message() {
        return new OnnxBytes();
    }

    private OnnxBytes number(int field, long value) {
        varint(field << 3);
        varint(value);
        return this;
    }

    private OnnxBytes text(int field, String value) {
        return field(field, value.getBytes(StandardCharsets.UTF_8));
    }

    private OnnxBytes message(int field, OnnxBytes value) {
        return field(field, value.bytes.toByteArray());
    }

    private OnnxBytes field(int field, byte[] value) {
        varint(field << 3 | 2);
        varint(value.length);
        bytes.writeBytes(value);
        return this;
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }
}

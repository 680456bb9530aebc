package org.mingzhang.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Changes inputs at random: bytes, characters, lines, whole pieces of other inputs, and words that
 * the parsers know. Knows nothing of what the code does with them; for that there is Jazzer.
 */
final class Mutator {
  private static final Pattern BLANKS = Pattern.compile("[ \\t|]+");
  private static final List<String> SEPARATORS = List.of(" ", "  ", "   ", "\t", " | ", "|", "");
  private static final List<String> WORDS =
      List.of(
          "title:",
          "amount:",
          "year:",
          " OR ",
          " AND ",
          "NOT ",
          "\"",
          "“",
          "”",
          "(",
          "（",
          "~2",
          "*",
          "?",
          "..",
          "<=",
          "第一部分",
          "一、",
          "（二）",
          "1.",
          "(3)",
          "附件1",
          "第十章",
          "万元",
          "亿元",
          "元",
          "1,234.56",
          "增长12.3%",
          "2024年",
          "二〇二四年度",
          "部门决算",
          "其中：",
          "合计",
          "类",
          "款",
          "项",
          "三级指标",
          "年度指标值",
          "产出指标",
          "满意度指标",
          "科目编码",
          "科目名称",
          "行次",
          "≥95%",
          "）",
          "    ",
          "|",
          "\n",
          "\n|",
          ">",
          "^",
          "#1",
          "%\n",
          "@A",
          "P",
          "\t",
          "\u3000",
          "\u0000",
          "\ud840",
          "q=",
          "&",
          "%E4%B8",
          "region=",
          "size=100",
          "after=",
          "{",
          "}",
          "[",
          "]",
          "null",
          "-1",
          "1e9",
          "&#x41;",
          "<td>",
          "<table>",
          "</tr>",
          "{\\rtf1",
          "\\u22269?",
          "\\cell",
          "\\row",
          "\\bin9",
          "，",
          "。",
          "；");

  private final Random random;
  private final List<byte[]> inputs;

  Mutator(Random random, List<byte[]> inputs) {
    this.random = random;
    this.inputs = inputs.isEmpty() ? List.of(new byte[0]) : List.copyOf(inputs);
  }

  /** One of the inputs, changed in one to six places. */
  byte[] next() {
    byte[] input = inputs.get(random.nextInt(inputs.size()));
    for (int n = random.nextInt(6); n >= 0; n--) {
      input = changed(input);
    }
    return input;
  }

  private byte[] changed(byte[] input) {
    return random.nextBoolean() && new String(input, UTF_8).indexOf('\n') >= 0
        ? withChangedLine(input)
        : withChangedBytes(input);
  }

  private byte[] withChangedLine(byte[] input) {
    List<String> lines = linesOf(input);
    int at = random.nextInt(lines.size());
    String line = lines.get(at);
    switch (random.nextInt(9)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(random.nextInt(lines.size()), line);
      case 2 -> lines.add(random.nextInt(lines.size()), lines.remove(at));
      case 3 -> lines.set(at, " ".repeat(random.nextInt(12)) + line);
      case 4 -> lines.set(at, BLANKS.matcher(line).replaceAll(SEPARATORS.get(pick(SEPARATORS))));
      case 5 -> lines.set(at, BLANKS.matcher(line).replaceFirst("\n"));
      case 6 -> lines.set(at, at + 1 < lines.size() ? line + " " + lines.remove(at + 1) : line);
      case 7 -> {
        int cut = random.nextInt(line.length() + 1);
        lines.set(at, line.substring(0, cut) + " ".repeat(random.nextInt(6)) + line.substring(cut));
      }
      default -> {
        List<String> other = linesOf(inputs.get(pick(inputs)));
        lines.set(at, other.get(pick(other)));
      }
    }
    return String.join("\n", lines).getBytes(UTF_8);
  }

  private static List<String> linesOf(byte[] input) {
    return new ArrayList<>(List.of(new String(input, UTF_8).split("\n", -1)));
  }

  private int pick(List<?> list) {
    return random.nextInt(list.size());
  }

  private byte[] withChangedBytes(byte[] input) {
    int from = random.nextInt(input.length + 1);
    int to = Math.min(input.length, from + random.nextInt(random.nextBoolean() ? 4 : 40));
    return switch (random.nextInt(6)) {
      case 0 -> spliced(input, from, from, word());
      case 1 -> spliced(input, from, to, word());
      case 2 -> spliced(input, from, to, new byte[0]);
      case 3 -> spliced(input, from, to, new byte[] {(byte) random.nextInt(256)});
      case 4 -> spliced(input, to, to, java.util.Arrays.copyOfRange(input, from, to));
      default -> {
        byte[] other = inputs.get(random.nextInt(inputs.size()));
        int begin = random.nextInt(other.length + 1);
        int end = Math.min(other.length, begin + random.nextInt(120));
        yield spliced(input, from, to, java.util.Arrays.copyOfRange(other, begin, end));
      }
    };
  }

  private byte[] word() {
    return WORDS.get(random.nextInt(WORDS.size())).getBytes(UTF_8);
  }

  private static byte[] spliced(byte[] input, int from, int to, byte[] piece) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(input.length + piece.length);
    out.write(input, 0, from);
    out.writeBytes(piece);
    out.write(input, to, input.length - to);
    return out.toByteArray();
  }
}

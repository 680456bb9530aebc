package org.mingzhang.audit.invented;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.TestDocument;
import org.mingzhang.model.Topic;

/** Changes a clean document at a random place, and says which words stand there afterwards. */
final class Pen {
  private static final Pattern AMOUNT = Pattern.compile("\\d+\\.\\d\\d(?= ?万元)");

  private final TestDocument document;
  private final Random random;
  private String paragraph = "";

  Pen(TestDocument document, Random random) {
    this.document = document;
    this.random = random;
  }

  Random random() {
    return random;
  }

  TestDocument document() {
    return document;
  }

  /** The document has no words into which the error can be planted: another one is tried. */
  static final class NoPlace extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** The whole paragraph that was changed last. */
  String paragraph() {
    return paragraph;
  }

  /** A place in a paragraph. */
  private record Spot(List<String> paragraphs, int index, int from, int to) {}

  private List<Spot> spots(String topics, Pattern pattern) {
    List<Spot> spots = new ArrayList<>();
    for (TestDocument.Piece piece : document.pieces()) {
      for (int i = 0; piece.topic().name().matches(topics) && i < piece.paragraphs().size(); i++) {
        Matcher match = pattern.matcher(piece.paragraphs().get(i));
        while (match.find()) {
          spots.add(new Spot(piece.paragraphs(), i, match.start(1), match.end(1)));
        }
      }
    }
    return spots;
  }

  /** Whether the words are in the document, in a section of these topics. */
  boolean has(String topics, String words) {
    return !spots(topics, Pattern.compile("(" + words + ")")).isEmpty();
  }

  /**
   * Changes the first group of the pattern at one of the places where it is found.
   *
   * @param topics pattern of the topics' names
   * @param by the wrong words for the right ones, given the paragraph
   * @return the sentence that is wrong now
   */
  String change(String topics, String words, BinaryOperator<String> by) {
    List<Spot> spots = spots(topics, Pattern.compile(words));
    if (spots.isEmpty()) {
      throw new NoPlace();
    }
    Spot spot = spots.get(random.nextInt(spots.size()));
    String text = spot.paragraphs().get(spot.index());
    String wrong = by.apply(text.substring(spot.from(), spot.to()), text);
    String changed = text.substring(0, spot.from()) + wrong + text.substring(spot.to());
    spot.paragraphs().set(spot.index(), changed);
    paragraph = changed;
    int from = changed.lastIndexOf('。', Math.max(0, spot.from() - 1)) + 1;
    int to = changed.indexOf('。', spot.from() + Math.max(0, wrong.length() - 1));
    return changed.substring(from, to < 0 ? changed.length() : to + 1);
  }

  /** A rate that is off by some points. */
  String rate(String topics, String words) {
    BigDecimal off = BigDecimal.valueOf(300 + random.nextInt(900), 2);
    return change(topics, words, (right, all) -> new BigDecimal(right).add(off).toPlainString());
  }

  /** An amount that is off by more than rounding. */
  String amount(String topics, String words) {
    return change(
        topics,
        words,
        (right, all) -> InventedDocument.wrong(new BigDecimal(right), random).toPlainString());
  }

  /** Adds to every amount of the paragraphs. */
  void eachAmount(BigDecimal by) {
    for (TestDocument.Piece piece : document.pieces()) {
      piece
          .paragraphs()
          .replaceAll(
              p ->
                  AMOUNT
                      .matcher(p)
                      .replaceAll(m -> new BigDecimal(m.group()).add(by).toPlainString()));
    }
  }

  /** An amount that is larger than right. */
  String more(String topics, String words) {
    return change(
        topics, words, (right, all) -> new BigDecimal(right).add(some(3, 40)).toPlainString());
  }

  /** Replaces all that the section of a topic says; its table is left without amounts. */
  String rewrite(Topic topic, String text) {
    document.pieces().stream()
        .filter(p -> topic == Topic.THREE_PUBLIC && p.isTable() && p.title().contains("三公"))
        .flatMap(p -> p.rows().stream())
        .forEach(r -> Collections.fill(r, ""));
    List<String> paragraphs =
        document.pieces().stream()
            .filter(p -> p.topic() == topic)
            .findFirst()
            .orElseThrow(NoPlace::new)
            .paragraphs();
    paragraphs.clear();
    paragraphs.addAll(List.of(text.split("\\|", -1)));
    return text.replace("|", "");
  }

  /** A paragraph of its own at a random place of one of the sections of a topic. */
  String say(Topic topic, String text) {
    List<TestDocument.Piece> pieces =
        document.pieces().stream().filter(p -> p.topic() == topic).toList();
    List<String> paragraphs = pieces.get(random.nextInt(pieces.size())).paragraphs();
    String[] said = text.split("\\|", -1);
    int at = Math.min(paragraphs.size(), 1 + random.nextInt(Math.max(1, paragraphs.size())));
    while (at < paragraphs.size() && paragraphs.get(at - 1).matches(".*[：其中]$")) {
      at++;
    }
    paragraphs.addAll(at, List.of(said));
    return String.join("", said);
  }

  /** An amount between two bounds, with two decimals. */
  BigDecimal some(int least, int most) {
    return BigDecimal.valueOf(random.nextLong(least * 100L, most * 100L), 2);
  }

  /** The row of a table whose cells hold these words. */
  List<String> row(String table, String words) {
    return document.piece(table).rows().stream()
        .filter(r -> r.stream().anyMatch(c -> c.matches(words)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(table + ": " + words));
  }

  /** Adds to the amount of a cell; returns the row's words. */
  String add(List<String> row, int column, BigDecimal by) {
    String cell = row.get(column);
    BigDecimal before = cell.isEmpty() ? BigDecimal.ZERO : new BigDecimal(cell);
    row.set(column, before.add(by).toPlainString());
    return String.join(" ", row.stream().filter(c -> !c.isEmpty()).toList());
  }

  /** An error of a cell in the table's unit, larger than what rounding allows. */
  BigDecimal off(String table) {
    boolean yuan = "元".equals(document.piece(table).unit());
    BigDecimal off = some(1, 20);
    BigDecimal signed = random.nextBoolean() ? off : off.negate();
    return yuan ? signed.movePointRight(4).setScale(2) : signed;
  }
}

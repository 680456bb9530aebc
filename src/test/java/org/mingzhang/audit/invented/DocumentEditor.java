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

/**
 * Plants errors into a clean document at random places, and returns the words that are wrong
 * afterwards.
 */
final class DocumentEditor {
  private static final Pattern AMOUNT = Pattern.compile("\\d+\\.\\d\\d(?= ?万元)");

  private final TestDocument document;
  private final Random random;
  private String changedParagraph = "";

  DocumentEditor(TestDocument document, Random random) {
    this.document = document;
    this.random = random;
  }

  Random random() {
    return random;
  }

  TestDocument document() {
    return document;
  }

  /**
   * Thrown if the document has no words into which the error can be planted; another document is
   * then tried.
   */
  static final class NoMatchingPlaceException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** The whole paragraph that was changed last. */
  String changedParagraph() {
    return changedParagraph;
  }

  /** A place in a paragraph. */
  private record MatchLocation(List<String> paragraphs, int index, int from, int to) {}

  private List<MatchLocation> findMatches(String topics, Pattern pattern) {
    List<MatchLocation> spots = new ArrayList<>();
    for (TestDocument.SectionContent piece : document.sectionContents()) {
      for (int i = 0; piece.topic().name().matches(topics) && i < piece.paragraphs().size(); i++) {
        Matcher match = pattern.matcher(piece.paragraphs().get(i));
        while (match.find()) {
          spots.add(new MatchLocation(piece.paragraphs(), i, match.start(1), match.end(1)));
        }
      }
    }
    return spots;
  }

  /** Whether the words are in the document, in a section of these topics. */
  boolean contains(String topics, String words) {
    return !findMatches(topics, Pattern.compile("(" + words + ")")).isEmpty();
  }

  /**
   * Changes the first group of the pattern at one of the places where it is found.
   *
   * @param topics pattern of the topics' names
   * @param by returns the wrong words, given the right ones and the paragraph
   * @return the sentence that is wrong now
   */
  String changeRandomMatch(String topics, String words, BinaryOperator<String> by) {
    List<MatchLocation> spots = findMatches(topics, Pattern.compile(words));
    if (spots.isEmpty()) {
      throw new NoMatchingPlaceException();
    }
    MatchLocation spot = spots.get(random.nextInt(spots.size()));
    String text = spot.paragraphs().get(spot.index());
    String wrong = by.apply(text.substring(spot.from(), spot.to()), text);
    String changed = text.substring(0, spot.from()) + wrong + text.substring(spot.to());
    spot.paragraphs().set(spot.index(), changed);
    changedParagraph = changed;
    int from = changed.lastIndexOf('。', Math.max(0, spot.from() - 1)) + 1;
    int to = changed.indexOf('。', spot.from() + Math.max(0, wrong.length() - 1));
    return changed.substring(from, to < 0 ? changed.length() : to + 1);
  }

  /** Raises a rate by some percentage points; returns the wrong sentence. */
  String raiseRate(String topics, String words) {
    BigDecimal off = BigDecimal.valueOf(300 + random.nextInt(900), 2);
    return changeRandomMatch(
        topics, words, (right, all) -> new BigDecimal(right).add(off).toPlainString());
  }

  /** Replaces an amount by one that differs by more than rounding; returns the wrong sentence. */
  String falsifyAmount(String topics, String words) {
    return changeRandomMatch(
        topics,
        words,
        (right, all) ->
            InventedDocument.randomWrongAmount(new BigDecimal(right), random).toPlainString());
  }

  /** Adds a number to every amount in 万元 of all paragraphs. */
  void addToEveryAmount(BigDecimal by) {
    for (TestDocument.SectionContent piece : document.sectionContents()) {
      piece
          .paragraphs()
          .replaceAll(
              p ->
                  AMOUNT
                      .matcher(p)
                      .replaceAll(m -> new BigDecimal(m.group()).add(by).toPlainString()));
    }
  }

  /** Raises an amount; returns the wrong sentence. */
  String raiseAmount(String topics, String words) {
    return changeRandomMatch(
        topics,
        words,
        (right, all) -> new BigDecimal(right).add(randomAmount(3, 40)).toPlainString());
  }

  /**
   * Replaces the paragraphs of the first section with a topic, given with "|" between them; also
   * empties the table of the three public expenses if that is the topic.
   */
  String replaceParagraphs(Topic topic, String text) {
    document.sectionContents().stream()
        .filter(p -> topic == Topic.THREE_PUBLIC && p.isTable() && p.title().contains("三公"))
        .flatMap(p -> p.rows().stream())
        .forEach(r -> Collections.fill(r, ""));
    List<String> paragraphs =
        document.sectionContents().stream()
            .filter(p -> p.topic() == topic)
            .findFirst()
            .orElseThrow(NoMatchingPlaceException::new)
            .paragraphs();
    paragraphs.clear();
    paragraphs.addAll(List.of(text.split("\\|", -1)));
    return text.replace("|", "");
  }

  /**
   * Inserts paragraphs, given with "|" between them, at a random place of a random section with a
   * topic.
   */
  String insertParagraphs(Topic topic, String text) {
    List<TestDocument.SectionContent> pieces =
        document.sectionContents().stream().filter(p -> p.topic() == topic).toList();
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
  BigDecimal randomAmount(int least, int most) {
    return BigDecimal.valueOf(random.nextLong(least * 100L, most * 100L), 2);
  }

  /** The row of a table whose cells hold these words. */
  List<String> findRow(String table, String words) {
    return document.findSection(table).rows().stream()
        .filter(r -> r.stream().anyMatch(c -> c.matches(words)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(table + ": " + words));
  }

  /** Adds to the amount of a cell; returns the row's words. */
  String addToCell(List<String> row, int column, BigDecimal by) {
    String cell = row.get(column);
    BigDecimal before = cell.isEmpty() ? BigDecimal.ZERO : new BigDecimal(cell);
    row.set(column, before.add(by).toPlainString());
    return String.join(" ", row.stream().filter(c -> !c.isEmpty()).toList());
  }

  /** An error of a cell in the table's unit, larger than what rounding allows. */
  BigDecimal randomCellError(String table) {
    boolean yuan = "元".equals(document.findSection(table).unit());
    BigDecimal off = randomAmount(1, 20);
    BigDecimal signed = random.nextBoolean() ? off : off.negate();
    return yuan ? signed.movePointRight(4).setScale(2) : signed;
  }
}

package org.mingzhang.web.highlight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableBlock;

/**
 * Anchors of the indicators and figures of a section ({@code i6}, {@code f11}: the number is the
 * index in the document). Records do not say where in the text a row is, so it is searched by its
 * words: the result is the line of text or row of a table with most of them; if several have
 * equally many, the first one at or after the line located last. Rows of which no word is found are
 * anchored at the start of the section.
 */
public final class RowAnchors {
  /** Severity of {@link QuotedText} for the words of a row: marked only when the link is opened. */
  static final String SEVERITY = "row";

  /** Characters after the name of an indicator within which its target and result are expected. */
  private static final int MAX_DISTANCE_FROM_NAME = 400;

  /** Maximum number of lines searched once one has the name; without one all are searched. */
  private static final int MAX_LINES = 500;

  /**
   * A row to locate.
   *
   * @param id its anchor
   * @param name words that the located line must contain
   * @param distinguishingWords words that distinguish it from other rows with the same name
   */
  private record Row(String id, String name, List<String> distinguishingWords) {
    /**
     * Whether the first of the distinguishing words contain the name, as the quote of a figure
     * contains its number.
     */
    boolean isNameInFirstWords() {
      return !distinguishingWords.isEmpty() && distinguishingWords.getFirst().contains(name);
    }
  }

  /**
   * A line of text or a row of a table.
   *
   * @param part index of its part in the section
   * @param row index of the row in the grid, -1 for a paragraph
   * @param text its text
   */
  private record Line(int part, int row, OffsetMappedText text) {}

  private final Map<Integer, List<QuoteHighlighter.Range>> ranges = new HashMap<>();

  /** Ids of rows located in tables, by the index of the part and the row of the table. */
  private final Map<Integer, Map<Integer, List<String>>> rows = new HashMap<>();

  private final List<String> unlocatedRowIds = new ArrayList<>();
  private final List<Line> lines;

  /** Index of a line and name of a row that was located in it, separated by a space. */
  private final Set<String> takenNames = new HashSet<>();

  /** Index of the line in which the last row was located. */
  private int lastLine;

  /** Offset after the name of the last row in that line. */
  private int offsetInLastLine;

  private RowAnchors(List<Line> lines) {
    this.lines = lines;
  }

  /** Locates the indicators and figures of a section. */
  public static RowAnchors locate(Disclosure disclosure, Section section) {
    List<Row> indicators = new ArrayList<>();
    for (int i = 0; i < disclosure.indicators().size(); i++) {
      Indicator indicator = disclosure.indicators().get(i);
      if (indicator.sectionPath().equals(section.path())) {
        indicators.add(
            createRow("i" + i, indicator.level3(), indicator.target(), indicator.actual()));
      }
    }
    List<Row> figures = new ArrayList<>();
    for (int i = 0; i < disclosure.figures().size(); i++) {
      Figure figure = disclosure.figures().get(i);
      if (figure.sectionPath().equals(section.path())) {
        figures.add(createRow("f" + i, figure.value(), figure.quote(), figure.item()));
      }
    }
    RowAnchors anchors =
        new RowAnchors(
            indicators.isEmpty() && figures.isEmpty() ? List.of() : splitIntoLines(section));
    anchors.locateAll(indicators);
    anchors.locateAll(figures);
    return anchors;
  }

  private static Row createRow(String id, String name, @Nullable String... distinguishingWords) {
    return new Row(
        id,
        OffsetMappedText.ofNumbers(name).text(),
        Stream.of(distinguishingWords)
            .filter(words -> words != null && !words.isBlank())
            .map(words -> OffsetMappedText.ofNumbers(words).text())
            .toList());
  }

  private static List<Line> splitIntoLines(Section section) {
    List<Line> lines = new ArrayList<>();
    for (int part = 0; part < section.body().size(); part++) {
      switch (section.body().get(part)) {
        case Section.Paragraph paragraph ->
            lines.add(new Line(part, -1, OffsetMappedText.ofNumbers(paragraph.text())));
        case Section.TablePart table -> {
          StringBuilder[] texts = new StringBuilder[table.grid().rows()];
          for (TableBlock.Cell cell : table.grid().cells()) {
            StringBuilder text = texts[cell.row()];
            texts[cell.row()] = (text == null ? new StringBuilder() : text).append(cell.text());
          }
          for (int row = 0; row < texts.length; row++) {
            if (texts[row] != null) {
              lines.add(new Line(part, row, OffsetMappedText.ofNumbers(texts[row].toString())));
            }
          }
        }
      }
    }
    return lines;
  }

  private void locateAll(List<Row> rows) {
    lastLine = 0;
    offsetInLastLine = 0;
    takenNames.clear();
    rows.forEach(this::locate);
  }

  private void locate(Row row) {
    int most = row.distinguishingWords().size();
    int best = -1;
    int bestScore = -1;
    for (int i = 0;
        i < lines.size() && bestScore < 4 * most + 3 && (best < 0 || i < MAX_LINES);
        i++) {
      int at = (lastLine + i) % lines.size();
      int score = score(row, at);
      if (score > bestScore) {
        best = at;
        bestScore = score;
      }
    }
    if (best < 0) {
      unlocatedRowIds.add(row.id());
      return;
    }
    Line line = lines.get(best);
    takenNames.add(best + " " + row.name());
    offsetInLastLine = best == lastLine ? offsetInLastLine : 0;
    lastLine = best;
    if (line.row() < 0) {
      addRange(line, row);
    } else {
      rows.computeIfAbsent(line.part(), part -> new HashMap<>())
          .computeIfAbsent(line.row(), r -> new ArrayList<>())
          .add(row.id());
    }
  }

  /**
   * Adds the words of a row in a paragraph, from its name to the last of the distinguishing words
   * that follow within {@link #MAX_DISTANCE_FROM_NAME} characters. The paragraph must contain the
   * name.
   */
  private void addRange(Line line, Row row) {
    String text = line.text().text();
    int from = offsetInLastLine;
    if (row.isNameInFirstWords()) {
      from = Math.max(from, text.indexOf(row.distinguishingWords().getFirst()));
    }
    int start = text.indexOf(row.name(), from);
    start = start < 0 ? text.indexOf(row.name()) : start;
    int end = start + row.name().length();
    offsetInLastLine = end;
    for (String words : row.isNameInFirstWords() ? List.<String>of() : row.distinguishingWords()) {
      int at = text.indexOf(words, end);
      end = at >= 0 && at - start < MAX_DISTANCE_FROM_NAME ? at + words.length() : end;
    }
    List<Integer> offsets = line.text().offsets();
    QuotedText quoted = new QuotedText(row.id(), "", 0, SEVERITY, row.name());
    ranges
        .computeIfAbsent(line.part(), part -> new ArrayList<>())
        .add(
            new QuoteHighlighter.Range(
                offsets.get(start), offsets.get(end - 1) + 1, List.of(quoted)));
  }

  /**
   * The score of a line for a row: 4 for each of the distinguishing words that it contains, 2 if it
   * is not before the line located last, and 1 if no row with the same name was located in it; -1
   * if it does not contain the name.
   */
  private int score(Row row, int position) {
    String text = lines.get(position).text().text();
    if (row.name().isEmpty() || !text.contains(row.name())) {
      return -1;
    }
    int score =
        (position >= lastLine ? 2 : 0) + (takenNames.contains(position + " " + row.name()) ? 0 : 1);
    for (String words : row.distinguishingWords()) {
      score += text.contains(words) ? 4 : 0;
    }
    return score;
  }

  /** The words of rows in a paragraph, given by the index of its part. */
  List<QuoteHighlighter.Range> findRanges(int part) {
    return ranges.getOrDefault(part, List.of());
  }

  /** The anchors of a row of a table as HTML, given by the index of its part; may be empty. */
  public String renderAnchors(int part, int row) {
    return renderAnchors(rows.getOrDefault(part, Map.of()).getOrDefault(row, List.of()));
  }

  /** The anchors of rows that were not found in the section. */
  public List<String> unlocatedRowIds() {
    return List.copyOf(unlocatedRowIds);
  }

  /** Renders anchors as HTML; empty if there are none. */
  public static String renderAnchors(List<String> ids) {
    return ids.stream()
        .map(id -> "<a class=\"row-at\" id=\"" + id + "\"></a>")
        .collect(Collectors.joining());
  }
}

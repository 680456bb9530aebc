package org.mingzhang.extract.plain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.mingzhang.extract.BlockCollector;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.FormatReader;

/**
 * Reads plain text. Each line is a visual line, since the file does not mark paragraphs. Lines with
 * tabs, pipes, commas or leaders, and lines below a statement of the unit, may form tables; form
 * feeds are page breaks. Page breaks between the rows of a table are removed. The lines of a
 * wrapped cell are joined where blank lines separate the cells. Columns below each other may also
 * be a table. Thread-safe.
 */
public final class PlainTextReader implements FormatReader {
  /** Marks that converters from Word to text leave for bookmarks. */
  private static final Pattern BOOKMARK = Pattern.compile("\\[bookmark: [^\\]\\n]{0,80}\\]");

  /** Entities for blanks, which remain where the source of a web page was copied. */
  private static final Pattern BLANK_ENTITY = Pattern.compile("&(?:nbsp|ensp|emsp|thinsp|#160);");

  /**
   * A cell with a formula that keeps a spreadsheet from changing a text or a number: ="2,416.38",
   * in a quoted cell "=""2,416.38""".
   */
  private static final Pattern FORMULA_OF_TEXT =
      Pattern.compile(
          "(?m)(?<=^|[\\t,;])(?:\"=\"\"([^\"\\n]*)\"\"\"|=\"([^\"\\n]*)\")(?=\\r?$|[\\t,;])");

  /** A line of a quoted e-mail. Directly before a digit, the mark would be a comparison sign. */
  private static final Pattern QUOTED_LINE = Pattern.compile("(?:> ?)++(?:(?<= )|(?!\\d)).*");

  private static final Pattern QUOTE_MARKS = Pattern.compile("^(?:> ?)+");

  /**
   * Minimum number of consecutive lines of a quoted e-mail, which begin with &gt;, for these marks
   * to be removed.
   */
  private static final int MIN_QUOTED_LINES = 3;

  @Override
  public Set<String> mediaTypes() {
    return Set.of("text/plain");
  }

  @Override
  public FileContent read(Path file, String mediaType, ExtractionLimits limits) throws IOException {
    BlockCollector blocks = new BlockCollector(limits);
    readText(TextEncodingDetector.decode(Files.readAllBytes(file)), blocks);
    return new FileContent(blocks.blocks(), blocks.page(), null, Map.of(), blocks.warnings());
  }

  /**
   * Adds the lines and tables of a text whose blanks and line ends are significant, such as the
   * content of {@code pre}.
   */
  public static void readText(String text, BlockCollector blocks) {
    List<String> unnumbered = LineNumberRemover.remove(removeQuoteMarks(splitLines(text)));
    List<String> ruled = RecognizedBarNormalizer.normalize(unnumbered);
    List<String> unquoted = QuotedTabCells.unquote(ruled);
    List<String> lines =
        TabSeparatedTableParser.removeStrayStrokes(
            TabSeparatedTableParser.removeBlankLinesBetweenRows(
                PageBreakRemover.remove(WrappedCellLines.join(unquoted))));
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.get(at);
      Optional<TextTable> table = parseTable(lines, at);
      if (table.isPresent()) {
        table.get().captions().forEach(blocks::addLine);
        blocks.addTable(table.get().toGrid(), blocks.page());
        table.get().notes().forEach(blocks::addLine);
        at = table.get().end() - 1;
      } else if (line.equals("\f")) {
        blocks.breakPage();
      } else {
        blocks.addLine(line);
      }
    }
  }

  private static Optional<TextTable> parseTable(List<String> lines, int lineIndex) {
    String line = lines.get(lineIndex);
    if (line.indexOf('\t') >= 0) {
      return TabSeparatedTableParser.parse(lines, lineIndex)
          .or(() -> CellPerLineTableParser.parse(lines, lineIndex));
    }
    if (CsvTableParser.mayStartAt(line)) {
      Optional<TextTable> records = CsvTableParser.parse(lines, lineIndex);
      if (records.isPresent()) {
        return records;
      }
    }
    if (PipeSeparatedTableParser.mayStartAt(lines, lineIndex)) {
      return PipeSeparatedTableParser.parse(lines, lineIndex);
    }
    if (LeaderTableParser.mayStartAt(lines, lineIndex)) {
      return LeaderTableParser.parse(lines, lineIndex);
    }
    if (ColumnRunTableParser.mayStartAt(lines, lineIndex)) {
      Optional<TextTable> columns = ColumnRunTableParser.parse(lines, lineIndex);
      if (columns.isPresent()) {
        return columns;
      }
    }
    return RowPerParagraphTableParser.mayStartAt(lines, lineIndex)
        ? RowPerParagraphTableParser.parse(lines, lineIndex)
        : Optional.empty();
  }

  /**
   * The lines without bookmark marks, entities for blanks and formulas around texts; a form feed
   * becomes a line of its own.
   */
  private static List<String> splitLines(String text) {
    String marked = BOOKMARK.matcher(text).replaceAll("").replace("\f", "\n\f\n");
    String blank = BLANK_ENTITY.matcher(marked).replaceAll(" ");
    String plain = FORMULA_OF_TEXT.matcher(blank).replaceAll("\"$1$2\"");
    return List.of(plain.split("\\r\\n|[\\n\\r\\u0085\\u2028\\u2029]", -1));
  }

  /** The lines without the marks ({@code >}) before lines of quoted e-mails. */
  private static List<String> removeQuoteMarks(List<String> lines) {
    List<String> plain = new ArrayList<>(lines);
    int start = 0;
    for (int at = 0; at <= lines.size(); at++) {
      if (at < lines.size() && QUOTED_LINE.matcher(lines.get(at)).matches()) {
        continue;
      }
      for (int i = start; i < at && at - start >= MIN_QUOTED_LINES; i++) {
        plain.set(i, QUOTE_MARKS.matcher(lines.get(i)).replaceFirst(""));
      }
      start = at + 1;
    }
    return plain;
  }
}

package org.mingzhang.extract.markdown;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.extract.BlockCollector;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.FormatReader;
import org.mingzhang.extract.TableGrid;
import org.mingzhang.extract.html.HtmlReader;
import org.mingzhang.extract.plain.TextEncodingDetector;

/**
 * Reads Markdown (CommonMark with pipe tables): headings with their level, paragraphs with their
 * lines joined, tables, the text of lists and quotes; marks of emphasis and links are removed. The
 * properties between two lines of {@code ---} at the beginning are the properties of the document.
 * HTML tables, which converters write for merged cells, often on one line, are read like those of
 * web pages. Thread-safe.
 */
public final class MarkdownReader implements FormatReader {
  private static final Pattern HEADING = Pattern.compile(" {0,3}(#{1,6})[ \\t]+(.*?)[ \\t]*#*\\s*");
  private static final Pattern SETEXT_UNDERLINE = Pattern.compile(" {0,3}(=+|-+)\\s*");
  private static final Pattern THEMATIC_BREAK =
      Pattern.compile(" {0,3}([-*_])([ \\t]*\\1){2,}\\s*");
  private static final Pattern CODE_FENCE = Pattern.compile(" {0,3}(```|~~~).*");
  private static final Pattern DELIMITER_ROW =
      Pattern.compile("\\s*\\|?\\s*:?-+:?\\s*(\\|\\s*:?-+:?\\s*)*\\|?\\s*");

  /** A backslash at the end of a line that is not itself escaped. */
  private static final Pattern HARD_BREAK_BACKSLASH =
      Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\$");

  private static final Pattern LIST_ITEM = Pattern.compile("\\s*([-*+]|\\d{1,9}[.)])[ \\t]+(.*)");
  private static final Pattern HTML_TABLE_START = Pattern.compile("(?i)<table[\\s>]");
  private static final Pattern HTML_TABLE_END = Pattern.compile("(?i)</table\\s*>");
  private static final Pattern FRONT_MATTER_PROPERTY = Pattern.compile("([A-Za-z_]+):\\s*(.+)");

  @Override
  public Set<String> mediaTypes() {
    return Set.of("text/x-web-markdown");
  }

  @Override
  public FileContent read(Path file, String mediaType, ExtractionLimits limits) throws IOException {
    List<String> lines = TextEncodingDetector.decode(Files.readAllBytes(file)).lines().toList();
    Map<String, String> properties = new HashMap<>();
    int start = readFrontMatter(lines, properties);
    BlockCollector blocks = new BlockCollector(limits);
    new MarkdownBodyParser(lines, start, blocks).read();
    return new FileContent(blocks.blocks(), 1, null, properties, blocks.warnings());
  }

  /**
   * Reads the properties between two lines of {@code ---} at the beginning of the file; returns the
   * index of the line at which the text begins, 0 if there are none.
   */
  private static int readFrontMatter(List<String> lines, Map<String, String> properties) {
    if (lines.isEmpty() || !lines.getFirst().strip().equals("---")) {
      return 0;
    }
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).strip().equals("---")) {
        for (String line : lines.subList(1, i)) {
          Matcher property = FRONT_MATTER_PROPERTY.matcher(line);
          if (property.matches()) {
            properties.put(property.group(1), property.group(2).strip());
          }
        }
        return i + 1;
      }
    }
    return 0;
  }

  /** Parses the lines of a Markdown text in one pass. */
  private static final class MarkdownBodyParser {
    private final List<String> lines;
    private final BlockCollector blocks;
    private final List<String> paragraphLines = new ArrayList<>();
    private int lineIndex;

    MarkdownBodyParser(List<String> lines, int start, BlockCollector blocks) {
      this.lines = lines;
      this.lineIndex = start;
      this.blocks = blocks;
    }

    void read() {
      while (lineIndex < lines.size()) {
        String line = unquote(lines.get(lineIndex));
        Matcher heading = HEADING.matcher(line);
        boolean underline = SETEXT_UNDERLINE.matcher(line).matches() && !paragraphLines.isEmpty();
        if (line.isBlank() || (THEMATIC_BREAK.matcher(line).matches() && !underline)) {
          endParagraph(0);
        } else if (heading.matches()) {
          endParagraph(0);
          blocks.addParagraph(
              MarkdownMarkRemover.removeMarks(heading.group(2)), heading.group(1).length(), false);
        } else if (underline) {
          endParagraph(line.strip().startsWith("=") ? 1 : 2);
        } else if (CODE_FENCE.matcher(line).matches()) {
          endParagraph(0);
          boolean quoted = !line.equals(lines.get(lineIndex));
          lineIndex = readFencedCodeBlock(line.strip().substring(0, 3), quoted);
        } else if (HTML_TABLE_START.matcher(line).find()) {
          lineIndex = readHtmlTable(line);
        } else if (isTableStart(line)) {
          endParagraph(0);
          lineIndex = readTable();
        } else {
          addLine(line);
        }
        lineIndex++;
      }
      endParagraph(0);
    }

    private void addLine(String markedLine) {
      boolean backslash = HARD_BREAK_BACKSLASH.matcher(markedLine).find();
      String line = backslash ? markedLine.substring(0, markedLine.length() - 1) : markedLine;
      Matcher item = LIST_ITEM.matcher(line);
      if (item.matches()) {
        endParagraph(0);
        String marker = item.group(1);
        boolean bullet = marker.length() == 1 && !Character.isDigit(marker.charAt(0));
        paragraphLines.add(bullet ? item.group(2) : marker + " " + item.group(2));
      } else {
        paragraphLines.add(line.strip());
      }
      if (backslash || line.endsWith("  ")) {
        endParagraph(0);
      }
    }

    /**
     * Adds the collected lines as one paragraph or heading; no effect without lines.
     *
     * @param level outline level, 0 for body text
     */
    private void endParagraph(int level) {
      StringBuilder text = new StringBuilder();
      for (String line : paragraphLines) {
        boolean words = !text.isEmpty() && isAscii(text.charAt(text.length() - 1));
        text.append(words ? " " : "").append(line);
      }
      blocks.addParagraph(MarkdownMarkRemover.removeMarks(text.toString()), level, false);
      paragraphLines.clear();
    }

    private static boolean isAscii(char c) {
      return c < 0x80;
    }

    /** The line without the marks of quotes before it. */
    private static String unquote(String line) {
      return line.replaceFirst("^ {0,3}(>[ \\t]?)+", "");
    }

    /**
     * Adds the lines of a code block unchanged but for the marks of a quote around it; returns the
     * index of the line that closes it, or the number of lines if none does.
     */
    private int readFencedCodeBlock(String fence, boolean isInQuote) {
      int i = lineIndex + 1;
      for (; i < lines.size(); i++) {
        String line = isInQuote ? unquote(lines.get(i)) : lines.get(i);
        if (line.strip().startsWith(fence)) {
          return i;
        }
        blocks.addLine(line);
      }
      return i;
    }

    private boolean isTableStart(String line) {
      if (line.indexOf('|') < 0 || lineIndex + 1 >= lines.size()) {
        return false;
      }
      String next = unquote(lines.get(lineIndex + 1));
      return next.indexOf('-') >= 0
          && next.indexOf('|') >= 0
          && DELIMITER_ROW.matcher(next).matches();
    }

    /**
     * Adds the tables in HTML that begin on a line, with the text around them; returns the index of
     * the line on which the last one ends.
     */
    private int readHtmlTable(String firstLine) {
      Matcher table = HTML_TABLE_START.matcher(firstLine);
      int start = table.find() ? table.start() : 0;
      if (start > 0) {
        addLine(firstLine.substring(0, start));
      }
      endParagraph(0);
      StringBuilder html = new StringBuilder(firstLine.substring(start));
      int open = tableNestingChange(html.toString());
      int i = lineIndex;
      while (open > 0 && i + 1 < lines.size()) {
        i++;
        String line = unquote(lines.get(i));
        html.append('\n').append(line);
        open += tableNestingChange(line);
      }
      HtmlReader.readFragment(html.toString(), blocks);
      return i;
    }

    /** The number of tables that begin in a text minus the number of those that end in it. */
    private static int tableNestingChange(String text) {
      return (int)
          (HTML_TABLE_START.matcher(text).results().count()
              - HTML_TABLE_END.matcher(text).results().count());
    }

    /** Adds a pipe table; returns the index of its last line. */
    private int readTable() {
      TableGrid grid = new TableGrid();
      int columns = MarkdownMarkRemover.splitCells(unquote(lines.get(lineIndex + 1))).size();
      int row = 0;
      int i = lineIndex;
      for (; i < lines.size() && lines.get(i).indexOf('|') >= 0; i++) {
        if (i != lineIndex + 1) {
          List<String> cells =
              MarkdownMarkRemover.dropExcessBlankCells(
                  MarkdownMarkRemover.splitCells(unquote(lines.get(i))), columns);
          for (int c = 0; c < cells.size(); c++) {
            grid.put(row, c, 1, 1, cells.get(c));
          }
          row++;
        }
      }
      blocks.addTable(grid, blocks.page());
      return i - 1;
    }
  }
}

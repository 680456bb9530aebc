package org.mingzhang.structure.metadata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.model.Block;
import org.mingzhang.model.Extraction;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.PinyinGlossRemover;
import org.mingzhang.text.TraditionalToSimplifiedConverter;
import org.mingzhang.text.UnspacedText;

/**
 * The text of a document in the form that the metadata rules read.
 *
 * @param lines every line and table cell in reading order
 * @param cover the lines before the contents or the first heading, see {@link CoverFinder}
 * @param headings headings of the outline, or lines that look like headings where there is no
 *     outline
 * @param fileName name of the file without directories and extension, unspaced
 * @param siteSection section of the website in which it was found
 */
record MetadataSourceText(
    List<DocumentLine> lines,
    List<DocumentLine> cover,
    List<DocumentLine> headings,
    String fileName,
    PublishingSiteSection siteSection) {
  /**
   * Number of characters after which the rest of a text is left out: the rules look at every line,
   * and no cover, heading or signature of a disclosure comes so late.
   */
  private static final int MAX_CHARACTERS = 2_000_000;

  private static final int MAX_HEADING_LENGTH = 45;
  private static final int SCRIPT_SAMPLE_LENGTH = 2000;

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(MetadataSourceText.class);
  private static final Pattern HEADING =
      Pattern.compile("^(?:第[一二三四五六七八九十]+(?:部分|章)|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|附件).*");
  private static final int MAX_NAME_REST_LENGTH = 20;
  private static final Pattern BOOKMARK = Pattern.compile("\\[bookmark:[^\\]]*\\]");

  /** An ASCII comma after a Chinese character, which is not a thousands separator. */
  private static final Pattern COMMA = Pattern.compile("(?<=[^\\x00-\\x7f]),");

  private static final Pattern DASH_FOR_YEAR = PATTERNS.get("lost-year");
  private static final Pattern PLACE_IN_BRACKETS = PATTERNS.get("bracketed");

  /** Pipes at the ends of a line that was made from a table. */
  private static final Pattern PIPES_AT_ENDS = Pattern.compile("^[|｜]+|[|｜]+$");

  private static final Pattern END_OF_RUN_IN_TITLE = PATTERNS.get("run-in");
  private static final Pattern RUN_IN_LABEL = PATTERNS.get("run-in-label");
  private static final Pattern PIPE = Pattern.compile("[|｜]");

  /**
   * Minimum number of columns of a table that is a list; smaller tables may only lay out the lines
   * of a cover.
   */
  private static final int MIN_LIST_COLUMNS = 4;

  private static final int MIN_LIST_ROWS = 3;
  static final Pattern FILE_NAME_ENDING =
      Pattern.compile("\\.(?i:pdf|docx?|xlsx?|wps|et|ofd|rar|zip)$");
  private static final Pattern FILE_VERSION = PATTERNS.get("file-version");
  private static final Pattern WEBSITE_STAMP = PATTERNS.get("stamped");
  private static final Pattern PAGE_NUMBER_OR_DASHES =
      Pattern.compile("^(?:[—\\-–]*\\d{0,3}[—\\-–]*|第\\d+页.*)$");

  /** Returns the first lines, at most {@code count}. */
  static List<DocumentLine> firstLines(int count, List<DocumentLine> lines) {
    return lines.subList(0, Math.min(count, lines.size()));
  }

  /**
   * Collects lines, cover, headings and file name of an extraction for the metadata rules; the
   * lines end with the block that exceeds {@link #MAX_CHARACTERS}.
   */
  static MetadataSourceText read(
      Extraction extraction, List<Section> sections, PublishingSiteSection siteSection) {
    List<DocumentLine> lines = new ArrayList<>();
    long length = 0;
    for (Block block : extraction.blocks()) {
      length += block.characterCount();
      if (length > MAX_CHARACTERS) {
        break;
      }
      switch (block) {
        case TextBlock text -> addLine(lines, text);
        case TableBlock table -> {
          if (!table.isRecognizedByOcr()) {
            addCells(lines, table);
          }
        }
      }
    }
    joinBrokenNamesOfLabels(lines);
    pairLabelsWithNames(lines);
    List<DocumentLine> headings =
        sections.isEmpty()
            ? lines.stream().filter(MetadataSourceText::looksLikeHeading).toList()
            : sections.stream()
                .map(s -> new DocumentLine(UnspacedText.unspace(s.heading()), s.page(), ""))
                .toList();
    if (isTraditional(lines)) {
      lines = simplify(lines);
      headings = simplify(headings);
    }
    return new MetadataSourceText(
        List.copyOf(lines),
        CoverFinder.find(lines),
        headings,
        fileStem(extraction.source().file()),
        siteSection);
  }

  /** Whether the beginning of the text is in traditional characters. */
  private static boolean isTraditional(List<DocumentLine> lines) {
    StringBuilder start = new StringBuilder();
    for (DocumentLine line : lines) {
      if (start.length() > SCRIPT_SAMPLE_LENGTH) {
        break;
      }
      start.append(line.text());
    }
    return TraditionalToSimplifiedConverter.isTraditional(start);
  }

  private static List<DocumentLine> simplify(List<DocumentLine> lines) {
    return lines.stream()
        .map(
            l ->
                new DocumentLine(
                    TraditionalToSimplifiedConverter.simplify(l.text()),
                    l.page(),
                    TraditionalToSimplifiedConverter.simplify(l.nextLine()),
                    l.isListCell()))
        .toList();
  }

  /**
   * Adds a line of text. A row of a form is split into its cells or fields, and a run-in title is
   * separated from the text after it.
   */
  private static void addLine(List<DocumentLine> lines, TextBlock block) {
    List<String> columns = Arrays.asList(block.text().strip().split("\t"));
    if (columns.size() > 1 && columns.stream().distinct().count() == 1) {
      // a cell that is merged over the whole row, repeated in each column
      addCleanedLine(lines, columns.getFirst(), block.page(), "");
      return;
    }
    String compact = UnspacedText.unspace(block.text());
    List<String> cells = Arrays.stream(PIPE.split(compact)).filter(c -> !c.isEmpty()).toList();
    if (cells.size() > 1 && cells.stream().anyMatch(AgencyLabelReader::isBareLabel)) {
      for (int i = 0; i < cells.size(); i++) {
        addCleanedLine(
            lines, cells.get(i), block.page(), i + 1 < cells.size() ? cells.get(i + 1) : "");
      }
      return;
    }
    List<String> parts = splitRunInTitle(compact);
    if (parts.size() > 1) {
      parts.forEach(part -> addCleanedLine(lines, part, block.page(), ""));
      return;
    }
    List<String> fields = AgencyLabelReader.splitFields(compact);
    if (fields.size() == 1) {
      addCleanedLine(lines, block.text(), block.page(), "");
      return;
    }
    fields.forEach(field -> addCleanedLine(lines, field, block.page(), ""));
  }

  /**
   * Splits a line in which a title, the labels and notes behind it and the first heading run into
   * each other: …部门决算 | 公开时间：2024年10月18日 | 第一部分部门概况. Returns the line itself as the only element if
   * it is none.
   */
  private static List<String> splitRunInTitle(String line) {
    List<String> parts = new ArrayList<>();
    String rest = line;
    Matcher title = END_OF_RUN_IN_TITLE.matcher(rest);
    if (title.find()) {
      parts.add(rest.substring(0, title.start()));
      rest = rest.substring(title.start());
    }
    for (Matcher label = RUN_IN_LABEL.matcher(rest);
        label.find() && label.end() < rest.length();
        label = RUN_IN_LABEL.matcher(rest)) {
      parts.add(label.group());
      rest = rest.substring(label.end());
    }
    parts.add(rest);
    return parts;
  }

  /** Adds a line in normalized form, unless it is blank, a page number or a row of dashes. */
  private static void addCleanedLine(
      List<DocumentLine> lines, String text, int page, String nextLine) {
    String plain = text.contains("[bookmark") ? BOOKMARK.matcher(text).replaceAll("") : text;
    String compact =
        COMMA.matcher(PinyinGlossRemover.remove(UnspacedText.unspace(plain))).replaceAll("，");
    compact = DASH_FOR_YEAR.matcher(compact).replaceAll("年");
    compact = withoutBracketsAroundPlace(compact);
    compact = withoutPipesAtEnds(compact);
    compact = WEBSITE_STAMP.matcher(compact).replaceFirst("");
    compact = lines.isEmpty() ? withoutEndOfFileName(compact) : compact;
    if (!PAGE_NUMBER_OR_DASHES.matcher(compact).matches()) {
      boolean cell = PIPES_AT_ENDS.matcher(plain.strip()).find();
      lines.add(new DocumentLine(compact, page, UnspacedText.unspace(nextLine), cell));
    }
  }

  /** The name of a file without its extension and the mark of its version: …决算_盖章版.pdf. */
  private static String withoutEndOfFileName(String line) {
    return FILE_VERSION.matcher(FILE_NAME_ENDING.matcher(line).replaceFirst("")).replaceFirst("");
  }

  /**
   * Sets {@link DocumentLine#nextLine} of each label that fills a line by itself to the agency name
   * on the line below it, if that begins with a place.
   */
  private static void pairLabelsWithNames(List<DocumentLine> lines) {
    for (int i = 0; i + 1 < lines.size(); i++) {
      DocumentLine line = lines.get(i);
      String next = lines.get(i + 1).text();
      boolean cell = line.nextLine().isEmpty() && AgencyLabelReader.isBareLabel(line.text());
      if (cell && AgencyName.readFrom(next).filter(AgencyName::beginsWithPlace).isPresent()) {
        lines.set(i, new DocumentLine(line.text(), line.page(), next, line.isListCell()));
      }
    }
  }

  /**
   * Joins a label whose name has no ending with the line below it, if that completes the name:
   * 部门名称：某县住房和 above 城乡建设局.
   */
  private static void joinBrokenNamesOfLabels(List<DocumentLine> lines) {
    for (int i = 0; i + 1 < lines.size(); i++) {
      DocumentLine line = lines.get(i);
      String next = lines.get(i + 1).text();
      if (next.length() <= MAX_NAME_REST_LENGTH
          && AgencyLabelReader.hasAgencyLabel(line.text())
          && AgencyLabelReader.read(line)
              .filter(c -> !c.value().hasAgencyEnding() && c.value().beginsWithPlace())
              .isPresent()) {
        DocumentLine joined = new DocumentLine(line.text() + next, line.page(), "");
        if (AgencyLabelReader.read(joined).filter(c -> c.value().hasAgencyEnding()).isPresent()) {
          lines.set(i, joined);
          lines.remove(i + 1);
        }
      }
    }
  }

  private static String withoutPipesAtEnds(String line) {
    boolean piped =
        line.startsWith("|") || line.startsWith("｜") || line.endsWith("|") || line.endsWith("｜");
    return piped ? PIPES_AT_ENDS.matcher(line).replaceAll("") : line;
  }

  private static String withoutBracketsAroundPlace(String line) {
    if (!line.startsWith("（")) {
      return line;
    }
    Matcher place = PLACE_IN_BRACKETS.matcher(line);
    if (!place.find()) {
      return line;
    }
    String plain = place.group("place") + line.substring(place.end());
    return Gazetteer.standard().leadingPlaces(plain).placeCount() > 1 ? plain : line;
  }

  private static void addCells(List<DocumentLine> lines, TableBlock table) {
    int before = lines.size();
    addCellsAsLines(lines, table);
    if (table.columns() >= MIN_LIST_COLUMNS && table.rows() >= MIN_LIST_ROWS) {
      lines.subList(before, lines.size()).replaceAll(DocumentLine::asListCell);
    }
  }

  private static void addCellsAsLines(List<DocumentLine> lines, TableBlock table) {
    for (List<String> row : table.grid()) {
      // copies repeat the text of a merged cell in each of its columns
      List<String> filled = new ArrayList<>();
      row.stream()
          .filter(c -> !c.isBlank())
          .filter(c -> filled.isEmpty() || !filled.getLast().equals(c))
          .forEach(filled::add);
      for (int i = 0; i < filled.size(); i++) {
        addCleanedLine(
            lines, filled.get(i), table.page(), i + 1 < filled.size() ? filled.get(i + 1) : "");
      }
    }
  }

  static boolean looksLikeHeading(DocumentLine line) {
    return line.text().length() <= MAX_HEADING_LENGTH
        && HEADING.matcher(line.text()).matches()
        && !FILE_NAME_ENDING.matcher(line.text()).find();
  }

  /** The name of the innermost file without directories and extensions: 某局2024年度部门决算. */
  private static String fileStem(String file) {
    String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('!')) + 1);
    String stem = name;
    for (int i = 0; i < 2; i++) {
      stem =
          stem.replaceFirst(
              "\\.(?i:pdf|docx?|xlsx?|wps|et|rtf|html?|mht(?:ml)?|txt|md|ofd|zip|png|jpe?g|tiff?)$",
              "");
    }
    String words = stem.replaceAll("[_+＿]+", " ").strip();
    return UnspacedText.unspace(words.replaceAll("(?<=\\d{1,2})\\s+(?=20\\d\\d)", "-"));
  }
}

package org.mingzhang.structure.lattice.prose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Block;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;
import org.mingzhang.structure.grid.Grid;
import org.mingzhang.structure.grid.TableMatch;
import org.mingzhang.structure.indicator.IndicatorLevelNames;
import org.mingzhang.structure.indicator.IndicatorRole;
import org.mingzhang.text.PatternTable;

/**
 * Finds tables and performance forms whose rows are sentences. Lines of labeled values are replaced
 * by a table. Sentences that describe a form are kept, and a table of their content is added below
 * them, unless the document also prints the form itself. Stateless.
 */
public final class SentenceTableFinder {
  private static final int MIN_INDICATORS = 3;

  /** Maximum number of characters of the first title of a row, with the row's number before it. */
  private static final int MAX_LABEL_LENGTH = 24;

  /** Maximum number of lines without an indicator between the indicators of a form. */
  private static final int MAX_OTHER_LINES = 5;

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(SentenceTableFinder.class);
  private static final Pattern TARGET_WITH_RESULT = PATTERNS.get("target-with-result");

  private static final Pattern CHAPTER_HEADING =
      Pattern.compile("[一二三四五六七八九十]{1,3}、.*|第[一二三四五六七八九十]+部分.*");

  /** A line that does not continue on the next line: a sentence, a clause or a heading. */
  private static final Pattern LINE_END =
      Pattern.compile(".*[。；：]|[（(]?[一二三四五六七八九十]{1,3}[）)、][^，。；：]{2,24}");

  /** A line that starts with a list numeral or a title in brackets: （一）, 1., ①, 【产出指标】. */
  private static final Pattern NUMBERED_LINE =
      Pattern.compile("(?:[（(]?[一二三四五六七八九十\\d]{1,3}[）)、.．]|[①-⑳]|【).*");

  /** A line that starts with the label of a level or of an indicator: 二级指标：, 指标名称：. */
  private static final Pattern NAME_LABEL = PATTERNS.get("name-label");

  /** A line that starts with the label of a value that is not read: 评分标准：, 数据来源：. */
  private static final Pattern IGNORED_LABEL = PATTERNS.get("other-label");

  /** A line that starts with the label of the sum of the points: 合计：, 总分 98.5. */
  private static final Pattern POINTS_TOTAL = PATTERNS.get("points-total");

  /** A line that starts with a short title and a colon: 备注：, 序号：3. */
  private static final Pattern TITLED_LINE = Pattern.compile("\\s*(\\p{IsHan}{2,8})[:：].*");

  /** Minimum number of lines that start with a title for it to be the label of a value. */
  private static final int MIN_LINES_OF_LABEL = 3;

  private static final Pattern MARKS_AT_END = Pattern.compile("[。；;，,]\\s*$");

  private SentenceTableFinder() {}

  /**
   * Returns the blocks with tables in place of lines of labeled values and below the sentences and
   * lists that describe a form. No table is added below these if a block is already the table of a
   * form.
   */
  public static List<Block> insertTables(List<Block> blocks) {
    List<Block> labeled = replaceLabeledRows(blocks);
    if (labeled.stream().anyMatch(SentenceTableFinder::isFormTable)) {
      return labeled;
    }
    List<Block> listed = insertLevelListTables(labeled);
    return listed.size() > labeled.size() || !hasEnoughTargetsForForm(labeled)
        ? listed
        : insertFormTables(labeled);
  }

  /** Returns the blocks with a table of its indicators below each list of levels and targets. */
  private static List<Block> insertLevelListTables(List<Block> blocks) {
    List<Block> result = new ArrayList<>();
    List<String> lines =
        blocks.stream().map(block -> block instanceof TextBlock text ? text.text() : "").toList();
    int at = 0;
    while (at < blocks.size()) {
      TableMatch table = IndicatorLevelListReader.readAt(lines, at);
      int end = table == null ? at + 1 : table.to();
      result.addAll(blocks.subList(at, end));
      if (table != null) {
        result.add(table.toBlock(blocks.get(end - 1).page()));
      }
      at = end;
    }
    return result;
  }

  /**
   * Whether the text contains at least as many targets followed by a result, or lines with the
   * label of a target, as a form must have.
   */
  private static boolean hasEnoughTargetsForForm(List<Block> blocks) {
    return blocks.stream()
            .filter(TextBlock.class::isInstance)
            .map(block -> ((TextBlock) block).text())
            .flatMap(
                text ->
                    SentenceLabelPatterns.hasLabel(text, IndicatorRole.TARGET)
                        ? Stream.of(text)
                        : TARGET_WITH_RESULT.matcher(text).results())
            .limit(MIN_INDICATORS)
            .count()
        == MIN_INDICATORS;
  }

  private static List<Block> replaceLabeledRows(List<Block> blocks) {
    List<Block> result = new ArrayList<>();
    List<String> lines =
        blocks.stream().map(block -> block instanceof TextBlock text ? text.text() : "").toList();
    int at = 0;
    while (at < blocks.size()) {
      TableMatch table = beginsWithLabel(lines.get(at)) ? LabeledRowReader.readAt(lines, at) : null;
      result.add(table == null ? blocks.get(at) : table.toBlock(blocks.get(at).page()));
      at = table == null ? at + 1 : table.to();
    }
    return result;
  }

  /** Whether a colon is so close to the start of a line that the words before it can be a title. */
  private static boolean beginsWithLabel(String line) {
    for (int i = 0; i < Math.min(line.length(), MAX_LABEL_LENGTH); i++) {
      if (line.charAt(i) == '：' || line.charAt(i) == ':') {
        return true;
      }
    }
    return false;
  }

  /** Whether a block is a table in which one row has the titles of both names and targets. */
  private static boolean isFormTable(Block block) {
    if (!(block instanceof TableBlock table)) {
      return false;
    }
    Grid grid = new Grid(table);
    return IntStream.range(0, grid.rows())
        .mapToObj(grid::nonEmptyTexts)
        .map(words -> words.stream().map(IndicatorRole::findByHeading).filter(Objects::nonNull))
        .map(Stream::toList)
        .anyMatch(r -> r.contains(IndicatorRole.LEVEL3) && r.contains(IndicatorRole.TARGET));
  }

  /** Returns the blocks with the table of each form below the sentences that describe it. */
  private static List<Block> insertFormTables(List<Block> blocks) {
    List<Block> result = new ArrayList<>();
    FormCollector form = new FormCollector(findRepeatedTitles(blocks), findLabeledNames(blocks));
    for (Block block : blocks) {
      if (block instanceof TextBlock text
          && (!CHAPTER_HEADING.matcher(text.text()).matches()
              || ListedLevelNames.isLevelLine(text.text()))) {
        form.add(text, result.size());
        result.add(block);
        if (form.otherLineCount > MAX_OTHER_LINES) {
          form = form.insertTableAndReset(result);
        }
      } else {
        form = form.insertTableAndReset(result);
        result.add(block);
      }
    }
    form.insertTableAndReset(result);
    return result;
  }

  /**
   * The titles that at least {@link #MIN_LINES_OF_LABEL} lines start with, except names of levels.
   */
  private static Set<String> findRepeatedTitles(List<Block> blocks) {
    Map<String, Integer> counts = new HashMap<>();
    for (Block block : blocks) {
      Matcher title = block instanceof TextBlock text ? TITLED_LINE.matcher(text.text()) : null;
      if (title != null && title.matches()) {
        counts.merge(title.group(1), 1, Integer::sum);
      }
    }
    counts.values().removeIf(count -> count < MIN_LINES_OF_LABEL);
    counts.keySet().removeIf(IndicatorLevelNames::isLevelName);
    return Set.copyOf(counts.keySet());
  }

  /** The names of indicators behind a label; a line with one of them alone heads its card. */
  private static Set<String> findLabeledNames(List<Block> blocks) {
    return blocks.stream()
        .map(block -> block instanceof TextBlock text ? NAME_LABEL.matcher(text.text()) : null)
        .filter(label -> label != null && label.lookingAt())
        .map(label -> label.replaceFirst("").strip())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Collects the sentences of one form into a table. Confined to one thread. */
  private static final class FormCollector {
    private final SentenceFormReader reader = new SentenceFormReader();
    private final Set<String> repeatedTitles;
    private final Set<String> labeledNames;
    private @Nullable TextBlock lastLine;
    private final StringBuilder sentence = new StringBuilder();
    private int lastIndicatorIndex = -1;
    private int page;
    private int otherLineCount;
    private boolean lastLineWasIgnored;
    private boolean lastLineWasLabeled;

    /**
     * @param repeatedTitles titles that many lines of the document start with
     * @param labeledNames the names of indicators that the document has behind a label
     */
    FormCollector(Set<String> repeatedTitles, Set<String> labeledNames) {
      this.repeatedTitles = repeatedTitles;
      this.labeledNames = labeledNames;
    }

    /**
     * Adds a line or paragraph. A line is held until it is known that the next line neither
     * continues it nor is the label and value of the same indicator.
     *
     * @param index index of the block in the list into which the table will be inserted
     */
    void add(TextBlock text, int index) {
      boolean lines =
          lastLine != null
              && lastLine.kind() == TextBlock.Kind.LINE
              && text.kind() == TextBlock.Kind.LINE;
      if (lines && sentence.length() > 0 && isLabelOfUnreadValue(text.text())) {
        lastLineWasIgnored = true;
        return;
      }
      boolean begins = isLabelOfReadValue(text.text());
      boolean labeled = lines && begins;
      boolean wraps =
          lines
              && lastLine != null
              && !lastLineWasIgnored
              && !LINE_END.matcher(lastLine.text()).matches()
              && !NUMBERED_LINE.matcher(text.text()).matches()
              && !LabeledRowReader.isCardMark(text.text())
              && !labeledNames.contains(text.text().strip())
              && !POINTS_TOTAL.matcher(text.text()).lookingAt();
      if (labeled) {
        String before = MARKS_AT_END.matcher(sentence).replaceFirst("");
        sentence.setLength(0);
        sentence.append(before).append('；');
      } else if (!wraps) {
        readSentence(index - 1);
      }
      sentence.append(SentenceLabelPatterns.separateLabels(text.text()));
      lastLineWasIgnored = false;
      lastLineWasLabeled = begins;
      lastLine = text;
      if (text.kind() != TextBlock.Kind.LINE) {
        readSentence(index);
      }
    }

    /** Whether a line begins with the label of a name or of a value that is read. */
    private static boolean isLabelOfReadValue(String line) {
      return SentenceLabelPatterns.beginsWithLabel(line) || NAME_LABEL.matcher(line).lookingAt();
    }

    /**
     * Whether a line begins with the label of a value that is not read: a known one, or any title
     * that lines below labeled values repeat.
     */
    private boolean isLabelOfUnreadValue(String line) {
      if (IGNORED_LABEL.matcher(line).lookingAt()) {
        return true;
      }
      Matcher title = TITLED_LINE.matcher(line);
      return lastLineWasLabeled
          && title.matches()
          && repeatedTitles.contains(title.group(1))
          && !isLabelOfReadValue(line);
    }

    private void readSentence(int index) {
      int before = reader.rowCount();
      if (lastLine != null) {
        reader.read(sentence.toString());
      }
      boolean row = reader.rowCount() > before;
      otherLineCount = row || before == 0 ? 0 : otherLineCount + 1;
      if (row && lastLine != null) {
        lastIndicatorIndex = index;
        page = lastLine.page();
      }
      sentence.setLength(0);
      lastLine = null;
    }

    /**
     * Reads the sentence that is still held, and inserts the table of the form below its last
     * indicator if it has enough indicators and few were rejected. Returns an object for the next
     * form.
     */
    FormCollector insertTableAndReset(List<Block> blocks) {
      readSentence(blocks.size() - 1);
      int count = reader.rowCount();
      if (count >= MIN_INDICATORS && reader.rejectedCount() * MIN_INDICATORS <= count) {
        blocks.add(lastIndicatorIndex + 1, new TableMatch(0, 0, reader.toTable()).toBlock(page));
      }
      return new FormCollector(repeatedTitles, labeledNames);
    }
  }
}

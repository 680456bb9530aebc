package org.mingzhang.structure.outline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Block;
import org.mingzhang.model.TextBlock;
import org.mingzhang.structure.outline.StandardTitles.OutlinePosition;
import org.mingzhang.text.PatternTable;

/**
 * Finds headings in documents without numerals and typography, such as plain text: lines that are
 * titles common to all documents of the kind. They are used only if there are several of them and
 * text follows them, since a single line may be a cell or a label.
 */
final class UnmarkedTitleFinder {
  /** The kind of a bare title. Together with the preceding titles it determines the level. */
  enum TitleKind {
    /** A part about the agency: 部门概况. */
    OVERVIEW,
    /** A part about the figures: 决算情况说明. */
    STATEMENT,
    /** A part about other matters, to which the titles after it belong: 其他重要事项情况说明. */
    MATTERS,
    /** Another part: 名词解释. */
    OTHER,
    /** A section of an overview, or a part if there is no overview: 机构设置. */
    DUTY,
    /**
     * A section of a part about figures or other matters, or a part if there is no such part:
     * 收入决算情况说明.
     */
    MATTER
  }

  private static final TitlePatterns<TitleKind> KINDS =
      TitlePatterns.read("bare-titles.tsv", TitleKind::valueOf);

  private static final int MIN_TITLES = 4;
  private static final int MAX_TITLE_LENGTH = 36;
  private static final int MIN_TEXT_LENGTH = 2;
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(UnmarkedTitleFinder.class);
  private static final Pattern LEADING_YEAR = PATTERNS.get("leading-year");
  private static final Pattern SENTENCE = Pattern.compile("[。；：:！？\\t]|\\d[\\d.,]*\\s*(?:万?元|%)");
  private static final Pattern SUBTOPIC_WORDS = PATTERNS.get("subtopic-words");

  private UnmarkedTitleFinder() {}

  /**
   * Returns the given candidates together with the titles found, in the order of blocks; only the
   * given ones if fewer than {@link #MIN_TITLES} titles are found.
   */
  static List<HeadingCandidate> withUnmarkedTitles(
      List<HeadingCandidate> found, List<Block> blocks) {
    Map<Integer, TitleKind> kinds = classifyLines(blocks);
    if (kinds.size() < MIN_TITLES) {
      return found;
    }
    List<HeadingCandidate> all = new ArrayList<>();
    found.stream().filter(c -> !kinds.containsKey(c.blockIndex())).forEach(all::add);
    TitleKind part = TitleKind.OTHER;
    int last = -1;
    boolean aspects = false;
    for (Map.Entry<Integer, TitleKind> title : kinds.entrySet()) {
      int index = title.getKey();
      TitleKind kind = title.getValue();
      boolean section =
          (kind == TitleKind.DUTY && part == TitleKind.OVERVIEW)
              || (kind == TitleKind.MATTER
                  && (part == TitleKind.STATEMENT || part == TitleKind.MATTERS));
      part = kind == TitleKind.DUTY || kind == TitleKind.MATTER ? part : kind;
      aspects = section && isSubtopicTitle(blocks, index) && (aspects || index == last + 1);
      last = section && !aspects ? index : last;
      int level = section ? (aspects ? 3 : 2) : 1;
      all.add(
          createCandidate(
              blocks, index, section ? OutlinePosition.SECTION : OutlinePosition.PART, level));
    }
    all.sort(Comparator.comparingInt(HeadingCandidate::blockIndex));
    return all;
  }

  /**
   * Whether a title names one aspect of a subject, as titles directly below the title of that
   * subject do.
   */
  private static boolean isSubtopicTitle(List<Block> blocks, int index) {
    return blocks.get(index) instanceof TextBlock text
        && SUBTOPIC_WORDS.matcher(text.text()).find();
  }

  private static Map<Integer, TitleKind> classifyLines(List<Block> blocks) {
    Map<Integer, TitleKind> kinds = new TreeMap<>();
    for (int i = 0; i < blocks.size(); i++) {
      TitleKind kind = blocks.get(i) instanceof TextBlock text ? classify(text.text()) : null;
      if (kind != null) {
        kinds.put(i, kind);
      }
    }
    kinds
        .keySet()
        .removeIf(i -> !kinds.containsKey(i + 1) && !isTextOrTableBelowTitle(blocks, i + 1));
    return kinds;
  }

  private static @Nullable TitleKind classify(String line) {
    if (line.length() > MAX_TITLE_LENGTH || SENTENCE.matcher(line).find()) {
      return null;
    }
    String title = LEADING_YEAR.matcher(HeadingTitleReader.clean(line)).replaceFirst("");
    return KINDS.findByWholeTitle(title.replace('"', '”').replace('(', '（').replace(')', '）'));
  }

  /**
   * Whether a block is a table or a line with sentence punctuation, so that the line before it may
   * be its title.
   */
  private static boolean isTextOrTableBelowTitle(List<Block> blocks, int index) {
    if (index >= blocks.size()) {
      return false;
    }
    return !(blocks.get(index) instanceof TextBlock text)
        || (text.text().length() >= MIN_TEXT_LENGTH && text.text().indexOf('。') > 0)
        || text.text().startsWith("详见");
  }

  private static HeadingCandidate createCandidate(
      List<Block> blocks, int index, OutlinePosition position, int level) {
    TextBlock text = (TextBlock) blocks.get(index);
    HeadingTitle title = HeadingTitleReader.readWholeParagraph(text.text());
    return HeadingCandidate.createUnnumbered(
        index, text.page(), title, position, text.outlineLevel() > 0 ? text.outlineLevel() : level);
  }
}

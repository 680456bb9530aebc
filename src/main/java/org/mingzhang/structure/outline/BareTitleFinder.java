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
import org.mingzhang.structure.outline.StandardTitle.Place;

/**
 * Finds headings in documents without numerals and typography, such as plain text: lines that are
 * titles common to all documents of the kind. They count only if there are several and text follows
 * them, since a single one may be a cell or a label.
 */
final class BareTitleFinder {
  /** The meaning of a title; with the titles before it this determines its level. */
  enum Kind {
    /** A part about the agency: 部门概况. */
    OVERVIEW,
    /** A part about the figures: 决算情况说明. */
    STATEMENT,
    /** A section of a statement, or a part where there is no statement: 收入决算情况说明. */
    MATTERS,
    /** Another part: 名词解释. */
    OTHER,
    /** A section of an overview, or a part where there is no overview: 机构设置. */
    DUTY,
    /** Of a section of a statement, or a part where there is none: 收入决算情况说明. */
    MATTER
  }

  private static final TitleTable<Kind> KINDS = TitleTable.read("bare-titles.tsv", Kind::valueOf);

  private static final int FEWEST = 4;
  private static final int LONGEST = 36;
  private static final int LEAST_TEXT = 2;
  private static final Pattern LEAD = Pattern.compile("^(?:关于)?(?:20\\d\\d年度?)?(?:关于)?");
  private static final Pattern SENTENCE = Pattern.compile("[。；：:！？\\t]|\\d[\\d.,]*\\s*(?:万?元|%)");

  private static final Pattern ASPECT = Pattern.compile("(?:总体|结构|具体)情况");

  private BareTitleFinder() {}

  /**
   * The given candidates and the titles found, in the order of blocks; unchanged if there are too
   * few.
   */
  static List<Candidate> with(List<Candidate> found, List<Block> blocks) {
    Map<Integer, Kind> kinds = classifyLines(blocks);
    if (kinds.size() < FEWEST) {
      return found;
    }
    List<Candidate> all = new ArrayList<>();
    found.stream().filter(c -> !kinds.containsKey(c.block())).forEach(all::add);
    Kind part = Kind.OTHER;
    int last = -1;
    boolean aspects = false;
    for (Map.Entry<Integer, Kind> title : kinds.entrySet()) {
      int index = title.getKey();
      Kind kind = title.getValue();
      boolean section =
          (kind == Kind.DUTY && part == Kind.OVERVIEW)
              || (kind == Kind.MATTER && (part == Kind.STATEMENT || part == Kind.MATTERS));
      part = kind == Kind.DUTY || kind == Kind.MATTER ? part : kind;
      aspects = section && isAspectTitle(blocks, index) && (aspects || index == last + 1);
      last = section && !aspects ? index : last;
      int level = section ? (aspects ? 3 : 2) : 1;
      all.add(createCandidate(blocks, index, section ? Place.SECTION : Place.PART, level));
    }
    all.sort(Comparator.comparingInt(Candidate::block));
    return all;
  }

  /** Whether a title names one aspect of a matter, as titles directly below the matter's do. */
  private static boolean isAspectTitle(List<Block> blocks, int index) {
    return blocks.get(index) instanceof TextBlock text && ASPECT.matcher(text.text()).find();
  }

  private static Map<Integer, Kind> classifyLines(List<Block> blocks) {
    Map<Integer, Kind> kinds = new TreeMap<>();
    for (int i = 0; i < blocks.size(); i++) {
      Kind kind = blocks.get(i) instanceof TextBlock text ? classify(text.text()) : null;
      if (kind != null) {
        kinds.put(i, kind);
      }
    }
    kinds.keySet().removeIf(i -> !kinds.containsKey(i + 1) && !isExplained(blocks, i + 1));
    return kinds;
  }

  private static @Nullable Kind classify(String line) {
    if (line.length() > LONGEST || SENTENCE.matcher(line).find()) {
      return null;
    }
    String title = LEAD.matcher(TitleReader.clean(line)).replaceFirst("");
    return KINDS.findByWholeTitle(title.replace('"', '”').replace('(', '（').replace(')', '）'));
  }

  /** Whether a block is a table or a line with sentence punctuation. */
  private static boolean isExplained(List<Block> blocks, int index) {
    if (index >= blocks.size()) {
      return false;
    }
    return !(blocks.get(index) instanceof TextBlock text)
        || (text.text().length() >= LEAST_TEXT && text.text().indexOf('。') > 0)
        || text.text().startsWith("详见");
  }

  private static Candidate createCandidate(List<Block> blocks, int index, Place place, int level) {
    TextBlock text = (TextBlock) blocks.get(index);
    Title title = Title.ofWholeParagraph(TitleReader.clean(text.text()));
    return Candidate.createUnnumbered(
        index, text.page(), title, place, text.outlineLevel() > 0 ? text.outlineLevel() : level);
  }
}

package org.mingzhang.structure.outline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Block;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;
import org.mingzhang.model.Topic;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.TypographicSpaceRemover;

/**
 * Assembles sections from headings and the blocks between them. Every block after the first heading
 * belongs to exactly one section.
 */
final class SectionAssembler {
  private static final String SENTENCE_MARKS = "。；";
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(SectionAssembler.class);
  private static final Pattern GENERAL_SITUATION_TITLE = PATTERNS.get("general");
  private static final Pattern FORM_NUMBER = PATTERNS.get("section-assembler-form-number");

  private final List<Block> blocks;
  private final Topic defaultTopic;
  private final List<Section> sections = new ArrayList<>();
  private final List<Integer> ordinals = new ArrayList<>();
  private final Map<OpenHeading, Topic> topicByHeading = new HashMap<>();
  private final Set<Integer> headingBlocks = new HashSet<>();

  /**
   * Creates an assembler for one document.
   *
   * @param blocks its cleaned blocks
   * @param defaultTopic topic of outermost sections whose titles imply none
   */
  SectionAssembler(List<Block> blocks, Topic defaultTopic) {
    this.blocks = blocks;
    this.defaultTopic = defaultTopic;
  }

  /** Assembles the sections, in reading order. May be called only once. */
  List<Section> assemble(List<OutlineParser.Heading> headings) {
    Set<OpenHeading> sectioned = ListItemDetector.findParentsOfNumberedSections(headings);
    headings.forEach(heading -> headingBlocks.add(heading.candidate().blockIndex()));
    for (int i = 0; i < headings.size(); i++) {
      int end = i + 1 < headings.size() ? indexOfFirstBlock(headings.get(i + 1)) : blocks.size();
      boolean overview =
          i + 1 < headings.size() && isOverview(headings.get(i), headings.get(i + 1));
      sections.add(createSection(headings.get(i), end, sectioned, overview));
    }
    return sections;
  }

  /** Index of the first block of a heading, which may be a form number (公开01表) above a caption. */
  private int indexOfFirstBlock(OutlineParser.Heading heading) {
    int start = heading.candidate().blockIndex();
    boolean caption =
        heading.candidate().outlinePosition() == StandardTitles.OutlinePosition.CAPTION;
    while (caption
        && start > 0
        && !headingBlocks.contains(start - 1)
        && isFormNumber(blocks.get(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isFormNumber(Block block) {
    return block instanceof TextBlock text && FORM_NUMBER.matcher(text.text()).matches();
  }

  /**
   * Whether a section 基本情况 describes the agency, that is, whether its first subsection is about
   * duties or staff.
   */
  private static boolean isOverview(OutlineParser.Heading heading, OutlineParser.Heading next) {
    return heading.openHeading().equals(next.openHeading().parent())
        && GENERAL_SITUATION_TITLE.matcher(heading.candidate().title().text()).matches()
        && SectionTopicResolver.findOwnTopic(next.candidate().title().text()) == Topic.OVERVIEW;
  }

  private Section createSection(
      OutlineParser.Heading heading,
      int end,
      Set<OpenHeading> parentsOfNumberedSections,
      boolean isOverview) {
    HeadingCandidate headingCandidate = heading.candidate();
    OpenHeading openHeading = heading.openHeading();
    boolean item =
        ListItemDetector.isItem(headingCandidate, openHeading, parentsOfNumberedSections);
    @Nullable Topic above =
        openHeading.parent() == null ? defaultTopic : topicByHeading.get(openHeading.parent());
    boolean annex = headingCandidate.style() == NumeralStyle.ANNEX;
    Topic topic =
        isOverview
            ? Topic.OVERVIEW
            : SectionTopicResolver.determineTopic(
                headingCandidate.title().text(), above, item, annex);
    topicByHeading.put(openHeading, topic);
    return new Section(
        nextPath(openHeading.depth()),
        headingCandidate.printedNumeral(),
        headingCandidate.title().text(),
        headingCandidate.title().endPunctuation(),
        openHeading.depth(),
        topic,
        headingCandidate.page(),
        item,
        headingCandidate.title().isRunIn(),
        collectParts(headingCandidate, indexOfFirstBlock(heading), end));
  }

  /**
   * Numbers the next section at a depth (1 for the outermost) and returns its path, such as 2.1.3.
   */
  private String nextPath(int depth) {
    while (ordinals.size() > depth) {
      ordinals.removeLast();
    }
    while (ordinals.size() < depth) {
      ordinals.add(0);
    }
    ordinals.set(depth - 1, ordinals.get(depth - 1) + 1);
    return String.join(".", ordinals.stream().map(String::valueOf).toList());
  }

  private List<Section.Part> collectParts(HeadingCandidate headingCandidate, int start, int end) {
    List<Section.Part> parts = new ArrayList<>();
    boolean rows = headingCandidate.role() == HeadingRole.TABLE;
    blocks
        .subList(start, headingCandidate.blockIndex())
        .forEach(b -> parts.add(createPart(b, rows)));
    if (headingCandidate.title().isRunIn()) {
      parts.add(new Section.Paragraph(headingCandidate.page(), headingCandidate.title().body()));
    }
    boolean table = blocks.get(headingCandidate.blockIndex()) instanceof TableBlock;
    for (Block block : blocks.subList(headingCandidate.blockIndex() + (table ? 0 : 1), end)) {
      parts.add(createPart(block, rows));
    }
    return parts;
  }

  /**
   * Converts a block to a part of a section's body. A table row in plain text keeps the blanks
   * between its cells.
   */
  static Section.Part createPart(Block block, boolean mayBeTableRow) {
    return switch (block) {
      case TableBlock table -> new Section.TablePart(table.page(), -1, table);
      case TextBlock text -> {
        boolean row =
            mayBeTableRow && text.text().chars().noneMatch(c -> SENTENCE_MARKS.indexOf(c) >= 0);
        yield new Section.Paragraph(
            text.page(),
            row ? text.text().strip() : TypographicSpaceRemover.removeJustification(text.text()));
      }
    };
  }
}

package org.mingzhang.structure.outline;

import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.model.Block;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;
import org.mingzhang.model.Topic;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.TypographicSpaceRemover;

/** The text before the first heading. A cover is dropped; a preface becomes a section. */
final class FrontMatter {
  private static final String PREFACE = "前言";
  private static final String DEFAULT_TITLE = "正文";
  private static final int MAX_TITLE_LENGTH = 60;
  private static final int MIN_SENTENCE_LENGTH = 30;
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(FrontMatter.class);
  private static final Pattern NOTE = PATTERNS.get("front-matter-note");
  private static final Pattern EVALUATION = PATTERNS.get("evaluation");

  private final List<Block> blocks;

  FrontMatter(List<Block> blocks) {
    this.blocks = blocks;
  }

  /**
   * Whether the blocks before {@code end} contain sentences of at least {@link
   * #MIN_SENTENCE_LENGTH} characters that are not a note, or a table that is not small.
   */
  boolean isSubstantive(int end) {
    return blocks.subList(0, end).stream().anyMatch(FrontMatter::isSubstantive);
  }

  private static boolean isSubstantive(Block block) {
    return switch (block) {
      case TableBlock table -> table.rows() > 2 && table.cells().size() > 6;
      case TextBlock text ->
          text.text().length() >= MIN_SENTENCE_LENGTH
              && (text.text().indexOf('。') > 0 || text.text().indexOf('；') > 0)
              && !NOTE.matcher(text.text()).matches();
    };
  }

  /**
   * Creates the section with the text before the first heading. Since it has no printed heading, it
   * has the path 0, outside the numbering of the outline, and is marked as an item so that it can
   * be linked to.
   */
  Section createPreface(int end) {
    return createSection("0", PREFACE, 0, end);
  }

  /**
   * The default topic of sections whose titles imply none: performance if the blocks before {@code
   * end} name a performance report, otherwise {@link Topic#OTHER}.
   */
  Topic defaultSectionTopic(int end) {
    boolean evaluation =
        blocks.subList(0, end).stream()
            .anyMatch(
                b ->
                    b instanceof TextBlock text
                        && text.text().length() <= MAX_TITLE_LENGTH
                        && EVALUATION
                            .matcher(TypographicSpaceRemover.remove(text.text()))
                            .matches());
    return evaluation ? Topic.PERFORMANCE : Topic.OTHER;
  }

  /**
   * Creates the only section of a document without headings. Its title is the first block if that
   * is a short text, otherwise 正文. There must be at least one block.
   */
  Section createWholeSection() {
    boolean titled =
        blocks.get(0) instanceof TextBlock text && text.text().length() <= MAX_TITLE_LENGTH;
    String title =
        titled && blocks.get(0) instanceof TextBlock text
            ? HeadingTitleReader.clean(TypographicSpaceRemover.remove(text.text()))
            : DEFAULT_TITLE;
    return createSection("1", title, titled ? 1 : 0, blocks.size());
  }

  /**
   * The topic implied by the document's title; a statement on the “three public expenses” (三公经费),
   * for example, may be the whole document.
   */
  private static Topic findTopic(String title) {
    return SectionTopicResolver.findOwnTopic(title) == Topic.THREE_PUBLIC
        ? Topic.THREE_PUBLIC
        : Topic.OTHER;
  }

  private Section createSection(String path, String title, int start, int end) {
    List<Section.Part> parts =
        blocks.subList(start, end).stream()
            .map(b -> SectionAssembler.createPart(b, false))
            .toList();
    int page = blocks.get(0).page();
    boolean unprinted = path.equals("0");
    return new Section(path, "", title, 1, findTopic(title), page, unprinted, false, parts);
  }
}

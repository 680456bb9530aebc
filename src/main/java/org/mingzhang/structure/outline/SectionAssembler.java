package org.mingzhang.structure.outline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Block;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;
import org.mingzhang.model.Topic;
import org.mingzhang.structure.clean.Spacing;

/**
 * Makes sections of headings and the blocks between them. Every block after the first heading
 * belongs to exactly one section.
 */
final class SectionAssembler {
  private static final String SENTENCE_MARKS = "。；";

  private final List<Block> blocks;
  private final List<Section> sections = new ArrayList<>();
  private final List<Integer> ordinals = new ArrayList<>();
  private final Map<Frame, Topic> topics = new HashMap<>();

  /**
   * An assembler for one document.
   *
   * @param blocks its cleaned blocks
   * @param before how many outermost sections stand before the first heading
   */
  SectionAssembler(List<Block> blocks, int before) {
    this.blocks = blocks;
    ordinals.add(before);
  }

  /** The sections in reading order. */
  List<Section> assemble(List<OutlineParser.Heading> headings) {
    for (int i = 0; i < headings.size(); i++) {
      int end = i + 1 < headings.size() ? headings.get(i + 1).candidate().block() : blocks.size();
      sections.add(section(headings.get(i), end));
    }
    return sections;
  }

  private Section section(OutlineParser.Heading heading, int end) {
    Candidate candidate = heading.candidate();
    Frame frame = heading.frame();
    boolean item = Items.item(candidate, frame);
    @Nullable Topic above = frame.parent() == null ? null : topics.get(frame.parent());
    Topic topic =
        TopicRules.topic(
            candidate.title().text(), above, item, candidate.style() == NumeralStyle.ANNEX);
    topics.put(frame, topic);
    return new Section(
        path(frame.depth()),
        candidate.printed(),
        candidate.title().text(),
        frame.depth(),
        topic,
        candidate.page(),
        item,
        candidate.title().runIn(),
        body(candidate, end));
  }

  private String path(int depth) {
    while (ordinals.size() > depth) {
      ordinals.removeLast();
    }
    while (ordinals.size() < depth) {
      ordinals.add(0);
    }
    ordinals.set(depth - 1, ordinals.get(depth - 1) + 1);
    return String.join(".", ordinals.stream().map(String::valueOf).toList());
  }

  private List<Section.Part> body(Candidate candidate, int end) {
    List<Section.Part> parts = new ArrayList<>();
    boolean rows = candidate.role() == Role.TABLE;
    if (candidate.title().runIn()) {
      parts.add(new Section.Paragraph(candidate.page(), candidate.title().body()));
    }
    boolean table = blocks.get(candidate.block()) instanceof TableBlock;
    for (Block block : blocks.subList(candidate.block() + (table ? 0 : 1), end)) {
      parts.add(part(block, rows));
    }
    return parts;
  }

  /**
   * A block as part of a body; a row of a table that is text keeps the spaces between its cells.
   */
  static Section.Part part(Block block, boolean rows) {
    return switch (block) {
      case TableBlock table -> new Section.TablePart(table.page(), -1, table);
      case TextBlock text -> {
        boolean row = rows && text.text().chars().noneMatch(c -> SENTENCE_MARKS.indexOf(c) >= 0);
        yield new Section.Paragraph(
            text.page(), row ? text.text().strip() : Spacing.tighten(text.text()));
      }
    };
  }
}

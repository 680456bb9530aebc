package org.mingzhang.structure.outline;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.model.Block;
import org.mingzhang.model.Extraction;
import org.mingzhang.model.Section;
import org.mingzhang.structure.clean.Cleaner;
import org.mingzhang.text.WorkBudget;

/**
 * Finds the outline of a document: its real headings at every depth, each with its own body. The
 * blocks are cleaned, headings of tables that go on over pages removed, candidates found and
 * weighed, the cheapest reading of their sequence chosen, and sections assembled. Safe on many
 * threads.
 */
public final class OutlineBuilder {
  private final Cleaner cleaner = new Cleaner();
  private final CandidateFinder finder = new CandidateFinder();
  private final OutlineParser parser = new OutlineParser();

  /**
   * Builds the outline.
   *
   * @return the sections in reading order, parents before children; tables are parts with index -1.
   *     Text before the first heading is an item with path 0
   */
  public List<Section> build(Extraction extraction) {
    return build(extraction, WorkBudget.unlimited());
  }

  /** The text without an outline, as one section; none where there is no text. */
  public List<Section> whole(Extraction extraction) {
    return extraction.blocks().isEmpty()
        ? List.of()
        : List.of(new FrontMatter(extraction.blocks()).whole());
  }

  /**
   * The same within a budget.
   *
   * @throws WorkBudget.Exhausted if it does not suffice
   */
  public List<Section> build(Extraction extraction, WorkBudget budget) {
    List<Block> blocks =
        RepeatedCaptions.remove(ContinuedTables.remove(cleaner.clean(extraction.blocks())));
    if (blocks.isEmpty()) {
      return List.of();
    }
    List<OutlineParser.Heading> headings =
        headings(blocks, extraction.source().mediaType(), budget);
    FrontMatter front = new FrontMatter(blocks);
    if (headings.isEmpty()) {
      return List.of(front.whole());
    }
    List<Section> sections = new ArrayList<>();
    int first = headings.get(0).candidate().block();
    if (front.substantive(first)) {
      sections.add(front.preface(first));
    }
    sections.addAll(new SectionAssembler(blocks, front.topic(first)).assemble(headings));
    return sections;
  }

  private List<OutlineParser.Heading> headings(
      List<Block> blocks, String mediaType, WorkBudget budget) {
    if (DeclaredOutline.trusted(blocks, mediaType)) {
      return DeclaredOutline.headings(blocks);
    }
    Placement placement = new Placement(Glossary.split(blocks));
    return LoneProject.promote(parser.parse(finder.find(blocks), placement, budget));
  }
}

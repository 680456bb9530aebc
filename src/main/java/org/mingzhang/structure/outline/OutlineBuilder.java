package org.mingzhang.structure.outline;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.model.Block;
import org.mingzhang.model.Extraction;
import org.mingzhang.model.Section;
import org.mingzhang.structure.clean.BlockCleaner;
import org.mingzhang.text.CpuTimeBudget;

/**
 * Builds the outline of a document: its headings at every depth, each with its own body. The steps
 * are: clean the blocks, remove repeated captions, find and weigh candidates, choose the cheapest
 * reading of their sequence, and assemble sections. Thread-safe.
 */
public final class OutlineBuilder {
  private final BlockCleaner cleaner = new BlockCleaner();
  private final HeadingCandidateFinder finder = new HeadingCandidateFinder();
  private final OutlineParser parser = new OutlineParser();

  /**
   * Builds the outline without a limit of processor time.
   *
   * @return the sections in reading order, parents before children; tables are parts with index -1.
   *     A preface before the first heading is an item with path 0; a cover is dropped. A text
   *     without headings is one section; the list is empty if there is no text
   */
  public List<Section> build(Extraction extraction) {
    return build(extraction, CpuTimeBudget.unlimited());
  }

  /** Returns the text as one section, without an outline; empty if there is no text. */
  public List<Section> readAsOneSection(Extraction extraction) {
    return extraction.blocks().isEmpty()
        ? List.of()
        : List.of(new FrontMatter(extraction.blocks()).createWholeSection());
  }

  /**
   * Builds the outline within a budget of processor time. The result is that of {@link
   * #build(Extraction)}.
   *
   * @throws CpuTimeBudget.BudgetExhaustedException if the budget does not suffice
   */
  public List<Section> build(Extraction extraction, CpuTimeBudget budget) {
    List<Block> blocks =
        RepeatedCaptionRemover.remove(
            ContinuationMarkRemover.remove(cleaner.runPasses(extraction.blocks())));
    if (blocks.isEmpty()) {
      return List.of();
    }
    List<OutlineParser.Heading> headings =
        findHeadings(blocks, extraction.source().mediaType(), budget);
    FrontMatter front = new FrontMatter(blocks);
    if (headings.isEmpty()) {
      return List.of(front.createWholeSection());
    }
    List<Section> sections = new ArrayList<>();
    int first = headings.get(0).candidate().blockIndex();
    if (front.isSubstantive(first)) {
      sections.add(front.createPreface(first));
    }
    sections.addAll(
        new SectionAssembler(blocks, front.defaultSectionTopic(first)).assemble(headings));
    return sections;
  }

  private List<OutlineParser.Heading> findHeadings(
      List<Block> blocks, String mediaType, CpuTimeBudget budget) {
    if (DeclaredOutline.isOutlineTrusted(blocks, mediaType)) {
      return DeclaredOutline.readHeadings(blocks);
    }
    HeadingPlacement headingPlacement = new HeadingPlacement(GlossarySplitRule.mustSplit(blocks));
    return SingleProjectHeadingPromoter.promote(
        parser.parse(finder.find(blocks), headingPlacement, budget));
  }
}

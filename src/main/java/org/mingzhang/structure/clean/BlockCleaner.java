package org.mingzhang.structure.clean;

import java.util.List;
import org.mingzhang.model.Block;

/**
 * Cleans the blocks of a document in five passes: removes artifacts of the word processor; keeps
 * amounts below each other in a cell apart; removes page numbers, running heads and contents pages;
 * and joins lines into paragraphs. Thread-safe.
 */
public final class BlockCleaner {
  private final List<CleaningPass> passes =
      List.of(
          new NonTextRemovalPass(),
          new StackedCellPass(),
          new MarginRemovalPass(),
          new ContentsPageRemovalPass(),
          new LineJoinPass());

  /**
   * Runs all cleaning passes on the blocks, in their order.
   *
   * @return the tables, and the text as whole paragraphs; a table row in plain text is a paragraph
   *     of its own. Tables are unchanged, except that contents pages are removed and amounts in one
   *     cell are kept apart
   */
  public List<Block> runPasses(List<Block> blocks) {
    List<Block> result = blocks;
    for (CleaningPass pass : passes) {
      result = pass.apply(result);
    }
    return result;
  }
}

package org.mingzhang.structure.clean;

import java.util.List;
import org.mingzhang.model.Block;
import org.mingzhang.structure.running.FlatTableFinder;

/**
 * Cleans the blocks of a document in six passes: removes artifacts of the word processor; keeps
 * amounts below each other in a cell apart; removes page numbers, running heads and contents pages;
 * restores account tables that were printed as plain lines; and joins lines into paragraphs.
 * Thread-safe.
 */
public final class BlockCleaner {
  private final List<CleaningPass> passes =
      List.of(
          new NonTextRemovalPass(),
          new StackedCellPass(),
          new MarginRemovalPass(),
          new ContentsPageRemovalPass(),
          FlatTableFinder::restoreTables,
          new LineJoinPass());

  /**
   * Runs all cleaning passes on the blocks, in their order.
   *
   * @return the tables, and the text as whole paragraphs; a table row in plain text is a paragraph
   *     of its own. Tables are unchanged, except that contents pages are removed, account tables
   *     are added and amounts in one cell are kept apart
   */
  public List<Block> runPasses(List<Block> blocks) {
    List<Block> result = blocks;
    for (CleaningPass pass : passes) {
      result = pass.apply(result);
    }
    return result;
  }
}

package org.mingzhang.structure.clean;

import java.util.List;
import org.mingzhang.model.Block;
import org.mingzhang.structure.running.FlatTableFinder;

/**
 * Cleans the blocks of a document in five passes: artifacts of the word processor, page margins,
 * contents pages, account tables printed as plain lines, and joining of lines into paragraphs.
 * Thread-safe.
 */
public final class BlockCleaner {
  private final List<CleaningPass> passes =
      List.of(
          new NonTextRemovalPass(),
          new MarginRemovalPass(),
          new ContentsPageRemovalPass(),
          FlatTableFinder::restoreTables,
          new LineJoinPass());

  /**
   * Runs all cleaning passes on the blocks, in their order.
   *
   * @return tables unchanged, and text as whole paragraphs; a table row in plain text is a
   *     paragraph of its own
   */
  public List<Block> runPasses(List<Block> blocks) {
    List<Block> result = blocks;
    for (CleaningPass pass : passes) {
      result = pass.apply(result);
    }
    return result;
  }
}

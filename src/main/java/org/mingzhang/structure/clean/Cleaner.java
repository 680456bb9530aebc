package org.mingzhang.structure.clean;

import java.util.List;
import org.mingzhang.model.Block;
import org.mingzhang.structure.running.RunningTables;

/**
 * Cleans the blocks of a document by named passes in this order: artefacts of the word processor,
 * page margins, contents pages, tables of figures among the lines of plain text, and the joining of
 * lines to paragraphs. Safe on many threads.
 */
public final class Cleaner {
  private final List<CleaningPass> passes =
      List.of(
          new ArtefactPass(),
          new MarginPass(),
          new ContentsPass(),
          RunningTables::restore,
          new JoinPass());

  /**
   * Cleans.
   *
   * @return tables as they were and text as whole paragraphs, a table row of plain text being a
   *     paragraph of its own
   */
  public List<Block> clean(List<Block> blocks) {
    List<Block> result = blocks;
    for (CleaningPass pass : passes) {
      result = pass.apply(result);
    }
    return result;
  }
}

package org.mingzhang.structure.clean;

import java.util.List;
import org.mingzhang.model.Block;

/** One step of cleaning the blocks of a document; it keeps their reading order. */
interface CleaningPass {
  /**
   * Returns the cleaned blocks and leaves the argument unchanged. Tables are unchanged unless the
   * pass says otherwise.
   */
  List<Block> apply(List<Block> blocks);
}

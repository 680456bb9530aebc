package org.mingzhang.structure.clean;

import java.util.List;
import org.mingzhang.model.Block;

/** A cleaning step; it keeps the reading order. */
interface CleaningPass {
  /** Returns the cleaned blocks. Tables are unchanged unless the pass says otherwise. */
  List<Block> apply(List<Block> blocks);
}

package org.mingzhang.structure.clean;

import java.util.List;
import org.mingzhang.model.Block;

/** One step of cleaning: blocks in reading order to fewer or better blocks in the same order. */
interface CleaningPass {
  /** Cleans; tables are passed on as they are unless the step says otherwise. */
  List<Block> apply(List<Block> blocks);
}

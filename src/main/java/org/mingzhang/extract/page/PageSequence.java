package org.mingzhang.extract.page;

import java.util.List;
import org.mingzhang.model.Block;

/**
 * The pages of one file, read in order, so that a form or table without ruling lines may continue
 * on pages that do not repeat its header. For one file and one thread.
 */
public final class PageSequence {
  private final PageReader reader = new PageReader();
  private BorderlessContinuation continuation = BorderlessContinuation.NONE;

  /** The blocks of the next page in reading order; empty for a page without text. */
  public List<Block> readBlocks(PageContent page) {
    PageReader.Result read = reader.read(page, continuation);
    continuation = read.continuation();
    return read.blocks();
  }
}

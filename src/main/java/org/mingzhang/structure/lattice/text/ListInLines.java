package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.model.Block;
import org.mingzhang.model.TextBlock;
import org.mingzhang.structure.grid.TableMatch;

/**
 * A list that was read from one or more lines of text.
 *
 * @param textsBefore the texts on its first line before its titles, such as caption and unit
 * @param table the list
 * @param textAfter the text on its last line behind it
 */
record ListInLines(List<String> textsBefore, TableMatch table, String textAfter) {
  /**
   * The blocks that replace the lines.
   *
   * @param line the first of them
   */
  List<Block> toBlocks(TextBlock line) {
    List<Block> blocks = new ArrayList<>();
    textsBefore.forEach(text -> blocks.add(line.withText(text)));
    blocks.add(table.toBlock(line.page()));
    if (!textAfter.isEmpty()) {
      blocks.add(line.withText(textAfter));
    }
    return blocks;
  }
}

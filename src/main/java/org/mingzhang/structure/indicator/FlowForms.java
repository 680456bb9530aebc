package org.mingzhang.structure.indicator;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.model.Block;
import org.mingzhang.model.TextBlock;

/**
 * Finds performance forms in plain text, where a cell is a line, a part of a line or several lines,
 * and gives them back as grids: from 一级指标 二级指标 三级指标 … to the sum of the points or the remarks.
 * Which words of a row are target and which result is a guess from the columns' widths wherever
 * both are words; levels and names are certain. Stateless.
 */
public final class FlowForms {
  private FlowForms() {}

  /** The blocks, performance forms among the lines being grids. */
  public static List<Block> restore(List<Block> blocks) {
    List<Block> result = new ArrayList<>();
    List<TextBlock> run = new ArrayList<>();
    for (Block block : blocks) {
      boolean line =
          block instanceof TextBlock text
              && text.kind() == TextBlock.Kind.LINE
              && text.layout() == null
              && !text.text().isBlank();
      if (line) {
        run.add((TextBlock) block);
      } else {
        result.addAll(new FlowFormScan(run).restored());
        run.clear();
        result.add(block);
      }
    }
    result.addAll(new FlowFormScan(run).restored());
    return result;
  }
}

package org.mingzhang.structure.clean;

import java.util.List;
import org.mingzhang.model.Block;
import org.mingzhang.model.Extraction;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;
import org.mingzhang.text.PinyinGlossRemover;
import org.mingzhang.text.TraditionalToSimplifiedConverter;

/**
 * Converts documents in traditional characters to simplified ones, because titles of columns,
 * units, accounts and names are recognized in simplified characters only. Pinyin that file
 * converters add after characters is dropped. Stateless.
 */
public final class SimplifiedDocumentConverter {
  /** Number of characters at the beginning that are examined to determine the script. */
  private static final int SAMPLE_LENGTH = 4000;

  private SimplifiedDocumentConverter() {}

  /**
   * Whether a document is in traditional characters, judged from its beginning. False for
   * simplified and for mixed characters.
   */
  public static boolean isNeeded(List<Block> blocks) {
    StringBuilder start = new StringBuilder();
    for (Block block : blocks) {
      if (start.length() > SAMPLE_LENGTH) {
        break;
      }
      switch (block) {
        case TextBlock text -> start.append(text.text());
        case TableBlock table -> table.cells().forEach(cell -> start.append(cell.text()));
      }
    }
    return TraditionalToSimplifiedConverter.isTraditional(start);
  }

  /** Converts all text of a document to simplified characters and removes pinyin glosses. */
  public static Extraction convert(Extraction printed) {
    return new Extraction(
        printed.source(),
        printed.blocks().stream().map(SimplifiedDocumentConverter::convertBlock).toList(),
        printed.properties(),
        printed.warnings());
  }

  private static Block convertBlock(Block block) {
    return switch (block) {
      case TextBlock text -> text.withText(convertText(text.text()));
      case TableBlock table ->
          table.withCells(
              table.cells().stream().map(SimplifiedDocumentConverter::convertCell).toList());
    };
  }

  private static TableBlock.Cell convertCell(TableBlock.Cell cell) {
    return new TableBlock.Cell(
        cell.row(), cell.column(), cell.rowSpan(), cell.columnSpan(), convertText(cell.text()));
  }

  private static String convertText(String printed) {
    return TraditionalToSimplifiedConverter.simplify(PinyinGlossRemover.remove(printed));
  }
}

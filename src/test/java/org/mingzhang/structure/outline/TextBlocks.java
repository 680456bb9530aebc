package org.mingzhang.structure.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mingzhang.model.Block;
import org.mingzhang.model.Extraction;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.TextBlock;

/**
 * Creates extractions of plain text with one block per line; a line that starts with a space starts
 * a new page.
 */
final class TextBlocks {
  private TextBlocks() {}

  /** An extraction of visual lines, whose paragraphs may continue on the next line. */
  static Extraction lines(String text) {
    return extraction(text, TextBlock.Kind.LINE);
  }

  /** An extraction in which each line is a whole paragraph. */
  static Extraction paragraphs(String text) {
    return extraction(text, TextBlock.Kind.PARAGRAPH);
  }

  private static Extraction extraction(String text, TextBlock.Kind kind) {
    List<Block> blocks = new ArrayList<>();
    int page = 1;
    for (String line : text.lines().toList()) {
      page += line.startsWith(" ") ? 1 : 0;
      if (!line.isBlank()) {
        blocks.add(new TextBlock(page, line, kind, 0, false, null));
      }
    }
    return of(blocks);
  }

  static Extraction of(List<Block> blocks) {
    SourceDocument source =
        new SourceDocument("sample.txt", "0".repeat(64), "text/plain", 1, 1, null);
    return new Extraction(source, blocks, Map.of(), List.of());
  }
}

package org.mingzhang.extract.ocr;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.mingzhang.model.Block;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;
import org.mingzhang.text.ExtractionNotes;

/**
 * Replaces the placeholders for pictures of tables by a note and the recognized tables; a
 * placeholder is kept if recognition fails. Either gives a warning. One instance per file; not
 * thread-safe.
 */
final class PicturePlaceholderReplacer {
  private final PictureTableReader reader;
  private final Set<String> warnings;

  PicturePlaceholderReplacer(PictureTableReader reader, Set<String> warnings) {
    this.reader = reader;
    this.warnings = warnings;
  }

  /**
   * Replaces the placeholders among the blocks of a page.
   *
   * @param pictures the pictures, in the order of their placeholders
   * @param page 1-based page
   * @return the blocks with the tables; the same list if there are no pictures
   */
  List<Block> replacePlaceholders(
      List<Block> blocks, List<PagePictures.ImageSource> pictures, int page) {
    if (pictures.isEmpty()) {
      return blocks;
    }
    Deque<PagePictures.ImageSource> waiting = new ArrayDeque<>(pictures);
    List<Block> result = new ArrayList<>();
    for (Block block : blocks) {
      boolean note =
          block instanceof TextBlock text && text.text().equals(TablePictureClassifier.PLACEHOLDER);
      List<TableBlock> tables = note && !waiting.isEmpty() ? read(waiting.remove()) : List.of();
      if (!tables.isEmpty()) {
        result.add(((TextBlock) block).withText(ExtractionNotes.RECOGNIZED_TABLE));
        tables.forEach(table -> result.add(table.asRecognizedOnPage(page)));
        warnings.add("a table on page " + page + " was recognised from a picture and may be wrong");
        continue;
      }
      result.add(block);
      if (note) {
        warnings.add("a table on page " + page + " is a picture and was not recognised");
      }
    }
    return result;
  }

  private List<TableBlock> read(PagePictures.ImageSource picture) {
    try {
      return reader.recognizeTables(picture.image());
    } catch (IOException | RuntimeException e) {
      return List.of(); // Image decoders throw unchecked exceptions on broken data.
    }
  }
}

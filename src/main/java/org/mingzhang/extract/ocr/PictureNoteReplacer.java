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
import org.mingzhang.text.ReaderNotes;

/**
 * Replaces the notes that stand for pictures of tables by the recognised tables; a note stays where
 * recognition fails. One instance per file; not safe on many threads.
 */
final class PictureNoteReplacer {
  private final PictureTableReader reader;
  private final Set<String> warnings;

  PictureNoteReplacer(PictureTableReader reader, Set<String> warnings) {
    this.reader = reader;
    this.warnings = warnings;
  }

  /**
   * Replaces the notes among the blocks of a page.
   *
   * @param pictures the pictures, in the order of the notes
   */
  List<Block> replaceNotes(List<Block> blocks, List<PagePictures.ImageSource> pictures, int page) {
    if (pictures.isEmpty()) {
      return blocks;
    }
    Deque<PagePictures.ImageSource> waiting = new ArrayDeque<>(pictures);
    List<Block> result = new ArrayList<>();
    for (Block block : blocks) {
      boolean note = block instanceof TextBlock text && text.text().equals(TableDetector.NOTE);
      List<TableBlock> tables = note && !waiting.isEmpty() ? read(waiting.remove()) : List.of();
      if (!tables.isEmpty()) {
        result.add(((TextBlock) block).withText(ReaderNotes.RECOGNISED_TABLE));
        tables.forEach(table -> result.add(table.recognisedOn(page)));
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
      return reader.read(picture.image());
    } catch (IOException | RuntimeException e) {
      return List.of(); // Image decoders throw unchecked exceptions on broken data.
    }
  }
}

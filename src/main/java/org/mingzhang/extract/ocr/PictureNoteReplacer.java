package org.mingzhang.extract.ocr;

import java.awt.image.BufferedImage;
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
 * Puts what was recognised of pictures of tables in the place of the notes that name them; a note
 * stays where nothing could be read. One a file; not safe on many threads.
 */
final class PictureNoteReplacer {
  private final PictureTableReader reader;
  private final Set<String> warnings;

  PictureNoteReplacer(PictureTableReader reader, Set<String> warnings) {
    this.reader = reader;
    this.warnings = warnings;
  }

  /**
   * The blocks of a page with its recognised tables.
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
      BufferedImage image = picture.image();
      return image == null ? List.of() : reader.read(image);
    } catch (IOException | RuntimeException e) {
      return List.of(); // Image decoders throw unchecked exceptions on broken data.
    }
  }
}

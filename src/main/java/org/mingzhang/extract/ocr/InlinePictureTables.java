package org.mingzhang.extract.ocr;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.extract.BlockList;
import org.mingzhang.model.TableBlock;
import org.mingzhang.text.ReaderNotes;

/**
 * The pictures of a flowing document or workbook: each is looked at once, and where one is a table
 * stands what was recognised of it, else a note. Confined to one thread and one file.
 */
public final class InlinePictureTables {
  /** Most pictures of a file that are looked at. */
  private static final int MAX_PICTURES = 80;

  /** Most bytes of one. */
  private static final int MAX_BYTES = 20 << 20;

  private final PictureTableReader reader;
  private final Map<Object, Inspection> inspected = new HashMap<>();
  private final Deque<List<TableBlock>> waiting = new ArrayDeque<>();
  private int unrecognizedCount;
  private int recognizedCount;

  /** The pictures of a file, of which tables are read where that is possible. */
  public InlinePictureTables(PictureTableReader reader) {
    this.reader = reader;
  }

  /** What a picture is: a table or not, and what could be read of it. */
  private record Inspection(boolean isTable, List<TableBlock> tables) {}

  /** Gives the bytes of a picture. */
  @FunctionalInterface
  public interface Source {
    /** The picture as a file, or null where there is none; may be cut off behind the limit. */
    byte @Nullable [] bytes() throws IOException;
  }

  /** Most bytes of a picture that a source need give: one more than is looked at. */
  public static int maxBytes() {
    return MAX_BYTES + 1;
  }

  /**
   * Whether a picture is that of a table. Each that is waits to be {@link #insertNext} into the text, in
   * the order of asking.
   *
   * @param key what tells it from the other pictures of the file
   */
  public boolean isTable(Object key, Source picture) {
    Inspection known = inspected.get(key);
    if (known == null) {
      known = inspected.size() < MAX_PICTURES ? inspect(picture) : new Inspection(false, List.of());
      inspected.put(key, known);
    }
    if (known.isTable()) {
      waiting.add(known.tables());
    }
    return known.isTable();
  }

  private Inspection inspect(Source picture) {
    try {
      byte[] bytes = picture.bytes();
      if (bytes == null || bytes.length > MAX_BYTES || !TableDetector.holdsTable(bytes)) {
        return new Inspection(false, List.of());
      }
      return new Inspection(true, reader.read(bytes));
    } catch (IOException | RuntimeException e) {
      return new Inspection(false, List.of()); // A document is read without a picture that is broken.
    }
  }

  /** Puts the tables of the next picture, or the note that there is one, where it stands. */
  public void insertNext(BlockList blocks) {
    List<TableBlock> tables = waiting.isEmpty() ? List.of() : waiting.remove();
    if (tables.isEmpty()) {
      blocks.addParagraph(TableDetector.NOTE, 0, false);
      unrecognizedCount++;
      return;
    }
    blocks.addParagraph(ReaderNotes.RECOGNISED_TABLE, 0, false);
    tables.forEach(blocks::addTable);
    recognizedCount++;
  }

  /** Says once how many there were. */
  public void addWarnings(BlockList blocks) {
    if (unrecognizedCount > 0) {
      blocks.addWarning("tables that are pictures were not recognised: " + unrecognizedCount);
    }
    if (recognizedCount > 0) {
      blocks.addWarning("tables that are pictures were recognised and may be wrong: " + recognizedCount);
    }
  }
}

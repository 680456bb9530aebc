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
public final class InlinePictures {
  /** Most pictures of a file that are looked at. */
  private static final int MOST = 80;

  /** Most bytes of one. */
  private static final int LARGEST = 20 << 20;

  private final PictureTables reader;
  private final Map<Object, Look> looked = new HashMap<>();
  private final Deque<List<TableBlock>> waiting = new ArrayDeque<>();
  private int unread;
  private int read;

  /** The pictures of a file, of which tables are read where that is possible. */
  public InlinePictures(PictureTables reader) {
    this.reader = reader;
  }

  /** What a picture is: a table or not, and what could be read of it. */
  private record Look(boolean table, List<TableBlock> tables) {}

  /** Gives the bytes of a picture. */
  @FunctionalInterface
  public interface Source {
    /** The picture as a file, or null where there is none; may be cut off behind the limit. */
    byte @Nullable [] bytes() throws IOException;
  }

  /** Most bytes of a picture that a source need give: one more than is looked at. */
  public static int most() {
    return LARGEST + 1;
  }

  /**
   * Whether a picture is that of a table. Each that is waits to be {@link #put} into the text, in
   * the order of asking.
   *
   * @param key what tells it from the other pictures of the file
   */
  public boolean isTable(Object key, Source picture) {
    Look known = looked.get(key);
    if (known == null) {
      known = looked.size() < MOST ? look(picture) : new Look(false, List.of());
      looked.put(key, known);
    }
    if (known.table()) {
      waiting.add(known.tables());
    }
    return known.table();
  }

  private Look look(Source picture) {
    try {
      byte[] bytes = picture.bytes();
      if (bytes == null || bytes.length > LARGEST || !TableDetector.holdsTable(bytes)) {
        return new Look(false, List.of());
      }
      return new Look(true, reader.read(bytes));
    } catch (IOException | RuntimeException e) {
      return new Look(false, List.of()); // A document is read without a picture that is broken.
    }
  }

  /** Puts the tables of the next picture, or the note that there is one, where it stands. */
  public void put(BlockList blocks) {
    List<TableBlock> tables = waiting.isEmpty() ? List.of() : waiting.remove();
    if (tables.isEmpty()) {
      blocks.paragraph(TableDetector.NOTE, 0, false);
      unread++;
      return;
    }
    blocks.paragraph(ReaderNotes.RECOGNISED_TABLE, 0, false);
    tables.forEach(blocks::table);
    read++;
  }

  /** Says once how many there were. */
  public void warn(BlockList blocks) {
    if (unread > 0) {
      blocks.warn("tables that are pictures were not recognised: " + unread);
    }
    if (read > 0) {
      blocks.warn("tables that are pictures were recognised and may be wrong: " + read);
    }
  }
}

package org.mingzhang.extract.ocr;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.extract.BlockCollector;
import org.mingzhang.model.TableBlock;
import org.mingzhang.text.ExtractionNotes;

/**
 * Recognizes pictures of tables in a flowing document or workbook. Each picture is inspected once;
 * a picture of a table is replaced by the recognized table, or by a placeholder where recognition
 * fails. Confined to one thread and one file.
 */
public final class InlineTableRecognizer {
  /**
   * Maximum number of pictures of a file that are inspected; further ones count as pictures without
   * a table.
   */
  private static final int MAX_PICTURES = 80;

  /** Maximum size of a picture, in bytes. */
  private static final int MAX_PICTURE_BYTES = 20 << 20;

  private final PictureTableReader reader;
  private final Map<Object, PictureInspection> inspectionByPictureId = new HashMap<>();
  private final Deque<List<TableBlock>> queuedTables = new ArrayDeque<>();
  private int unrecognizedCount;
  private int recognizedCount;

  /**
   * Creates a recognizer for one file.
   *
   * @param reader a reader for the same file
   */
  public InlineTableRecognizer(PictureTableReader reader) {
    this.reader = reader;
  }

  /** Whether a picture shows a table, with the tables recognized in it. */
  private record PictureInspection(boolean isTable, List<TableBlock> tables) {}

  /** Gives the bytes of a picture file. */
  @FunctionalInterface
  public interface PictureSource {
    /**
     * The bytes of the picture file, or null if there is none; may be cut off after {@link
     * #maxSourceBytes}.
     */
    byte @Nullable [] bytes() throws IOException;
  }

  /**
   * Maximum number of bytes that a source needs to return: one more than a picture may have, so
   * that a picture above the limit is noticed.
   */
  public static int maxSourceBytes() {
    return MAX_PICTURE_BYTES + 1;
  }

  /**
   * Whether a picture shows a table. If so, it is recognized and queued, and {@link
   * #insertTablesOfNextPicture} must be called for it later, in the same order. A picture that is
   * damaged or larger than 20 MiB shows none. Of the different pictures of a file, only the first
   * {@value #MAX_PICTURES} are inspected; the others show none.
   *
   * @param key identifies the picture within the file by {@link Object#equals}
   * @param picture asked only the first time that the key occurs
   */
  public boolean queueIfTable(Object key, PictureSource picture) {
    PictureInspection known = inspectionByPictureId.get(key);
    if (known == null) {
      known =
          inspectionByPictureId.size() < MAX_PICTURES
              ? inspect(picture)
              : new PictureInspection(false, List.of());
      inspectionByPictureId.put(key, known);
    }
    if (known.isTable()) {
      queuedTables.add(known.tables());
    }
    return known.isTable();
  }

  private PictureInspection inspect(PictureSource picture) {
    try {
      byte[] bytes = picture.bytes();
      if (bytes != null && bytes.length <= MAX_PICTURE_BYTES) {
        BufferedImage image = ImageDecoder.decode(bytes);
        if (TablePictureClassifier.showsTable(image)) {
          return new PictureInspection(true, reader.recognizeTables(image));
        }
      }
    } catch (IOException | RuntimeException e) {
      // Image decoders throw unchecked exceptions on broken data; the document is read without it.
      return new PictureInspection(false, List.of());
    }
    return new PictureInspection(false, List.of());
  }

  /**
   * Takes the next picture from the queue and adds a note and its tables, or a placeholder if no
   * table was recognized.
   */
  public void insertTablesOfNextPicture(BlockCollector blocks) {
    List<TableBlock> tables = queuedTables.isEmpty() ? List.of() : queuedTables.remove();
    if (tables.isEmpty()) {
      blocks.addParagraph(TablePictureClassifier.PLACEHOLDER, 0, false);
      unrecognizedCount++;
      return;
    }
    blocks.addParagraph(ExtractionNotes.RECOGNIZED_TABLE, 0, false);
    tables.forEach(blocks::addRecognizedTable);
    recognizedCount++;
  }

  /** Adds the warnings about the pictures of tables inserted so far. */
  public void addWarnings(BlockCollector blocks) {
    if (unrecognizedCount > 0) {
      blocks.addWarning("tables that are pictures were not recognised: " + unrecognizedCount);
    }
    if (recognizedCount > 0) {
      blocks.addWarning(
          "tables that are pictures were recognised and may be wrong: " + recognizedCount);
    }
  }
}

package org.mingzhang.extract.ocr;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.extract.BlockList;

/**
 * The pictures of a flowing document or workbook: each is looked at once, and a note stands in the
 * text where one is a table. Confined to one thread and one file.
 */
public final class InlinePictures {
  /** Most pictures of a file that are looked at. */
  private static final int MOST = 80;

  /** Most bytes of one. */
  private static final int LARGEST = 20 << 20;

  private final Map<Object, Boolean> looked = new HashMap<>();
  private int places;

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
   * Whether a picture is that of a table.
   *
   * @param key what tells it from the other pictures of the file
   */
  public boolean isTable(Object key, Source picture) {
    Boolean known = looked.get(key);
    if (known == null) {
      known = looked.size() < MOST && look(picture);
      looked.put(key, known);
    }
    return known;
  }

  private static boolean look(Source picture) {
    try {
      byte[] bytes = picture.bytes();
      return bytes != null && bytes.length <= LARGEST && TableDetector.holdsTable(bytes);
    } catch (IOException | RuntimeException e) {
      return false; // A document is read without a picture that is broken.
    }
  }

  /** Puts the note where such a picture stands. */
  public void note(BlockList blocks) {
    blocks.paragraph(TableDetector.NOTE, 0, false);
    places++;
  }

  /** Says once how many there were. */
  public void warn(BlockList blocks) {
    if (places > 0) {
      blocks.warn("tables that are pictures were not recognised: " + places);
    }
  }
}

package org.mingzhang.extract.ocr;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Remembers which pictures of a file show tables, so that a picture drawn on many pages, such as a
 * letterhead, is decoded once. One instance per file; not thread-safe.
 */
public final class TablePictureCache {
  private final Map<Object, Boolean> showsTableByPictureId = new HashMap<>();

  /**
   * Whether a picture shows a table, see {@link TablePictureClassifier#showsTable}; false if it
   * cannot be decoded.
   *
   * @param key identifies the picture within the file by {@link Object#equals}
   * @param picture asked only the first time that the key occurs
   */
  boolean showsTable(Object key, PagePictures.ImageSource picture) {
    return showsTableByPictureId.computeIfAbsent(key, k -> decodeAndClassify(picture));
  }

  private static boolean decodeAndClassify(PagePictures.ImageSource picture) {
    try {
      return TablePictureClassifier.showsTable(picture.image());
    } catch (IOException | RuntimeException e) {
      return false; // Image decoders throw unchecked exceptions on broken data.
    }
  }
}

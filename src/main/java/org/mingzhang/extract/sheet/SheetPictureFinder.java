package org.mingzhang.extract.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.Picture;
import org.apache.poi.ss.usermodel.PictureData;
import org.apache.poi.ss.usermodel.Shape;
import org.apache.poi.ss.usermodel.Sheet;
import org.jspecify.annotations.Nullable;
import org.mingzhang.extract.ocr.InlineTableRecognizer;

/** Finds pictures of tables anchored in a sheet. Stateless. */
final class SheetPictureFinder {
  private SheetPictureFinder() {}

  /**
   * Queues the pictures of tables, from top to bottom. For each, {@link
   * InlineTableRecognizer#insertTablesOfNextPicture} must be called.
   *
   * @return their anchor rows (0-based), in ascending order; empty if there are none
   */
  static List<Integer> queueTablePictures(Sheet sheet, InlineTableRecognizer tableRecognizer) {
    List<Picture> pictures = new ArrayList<>();
    Drawing<?> drawing = sheet.getDrawingPatriarch();
    if (drawing != null) {
      for (Shape shape : drawing) {
        if (shape instanceof Picture picture) {
          pictures.add(picture);
        }
      }
    }
    return pictures.stream()
        .sorted(Comparator.comparingInt(SheetPictureFinder::anchorRow))
        .filter(picture -> tableRecognizer.queueIfTable(picture, () -> bytes(picture)))
        .map(SheetPictureFinder::anchorRow)
        .toList();
  }

  private static int anchorRow(Picture picture) {
    return picture.getAnchor() instanceof ClientAnchor anchor ? anchor.getRow1() : 0;
  }

  private static byte @Nullable [] bytes(Picture picture) {
    PictureData data = picture.getPictureData();
    return data == null ? null : data.getData();
  }
}

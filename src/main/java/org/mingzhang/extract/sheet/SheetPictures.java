package org.mingzhang.extract.sheet;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.Picture;
import org.apache.poi.ss.usermodel.PictureData;
import org.apache.poi.ss.usermodel.Shape;
import org.apache.poi.ss.usermodel.Sheet;
import org.jspecify.annotations.Nullable;
import org.mingzhang.extract.ocr.InlinePictures;

/** The rows of a sheet at which the picture of a table hangs. Stateless. */
final class SheetPictures {
  private SheetPictures() {}

  /** 0-based numbers of the rows, in their order. */
  static List<Integer> rows(Sheet sheet, InlinePictures tables) {
    List<Integer> rows = new ArrayList<>();
    Drawing<?> drawing = sheet.getDrawingPatriarch();
    if (drawing != null) {
      for (Shape shape : drawing) {
        if (shape instanceof Picture picture && tables.isTable(picture, () -> bytes(picture))) {
          rows.add(shape.getAnchor() instanceof ClientAnchor anchor ? anchor.getRow1() : 0);
        }
      }
    }
    rows.sort(null);
    return rows;
  }

  private static byte @Nullable [] bytes(Picture picture) {
    PictureData data = picture.getPictureData();
    return data == null ? null : data.getData();
  }
}

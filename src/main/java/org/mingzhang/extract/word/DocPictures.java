package org.mingzhang.extract.word;

import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.model.PicturesTable;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.OfficeDrawing;
import org.apache.poi.hwpf.usermodel.OfficeDrawings;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.jspecify.annotations.Nullable;
import org.mingzhang.extract.BlockCollector;
import org.mingzhang.extract.ocr.InlineTableRecognizer;

/**
 * Pictures of a binary Word document, inline or anchored in a paragraph. Confined to one thread and
 * one file.
 */
final class DocPictures {
  /** Character that stands in the text for an anchored drawing ([MS-DOC] 2.8.37). */
  private static final char DRAWING_PLACEHOLDER = 0x08;

  private final PicturesTable inlinePictures;
  private final OfficeDrawings anchoredDrawings;
  private final InlineTableRecognizer tableRecognizer;

  DocPictures(HWPFDocument document, InlineTableRecognizer tableRecognizer) {
    this.inlinePictures = document.getPicturesTable();
    this.anchoredDrawings = document.getOfficeDrawingsMain();
    this.tableRecognizer = tableRecognizer;
  }

  /**
   * Inserts the tables of the pictures of a paragraph, in their order, as by {@link
   * InlineTableRecognizer#insertTablesOfNextPicture}; other pictures are ignored.
   */
  void insertTables(Paragraph paragraph, BlockCollector blocks) {
    for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
      CharacterRun run = paragraph.getCharacterRun(i);
      if (run.isMarkedDeleted() || run.isVanished()) {
        continue;
      }
      if (inlinePictures.hasPicture(run)) {
        insertTable(
            run.getStartOffset(),
            () -> inlinePictures.extractPicture(run, false).getContent(),
            blocks);
        continue;
      }
      String text = run.text();
      for (int at = text.indexOf(DRAWING_PLACEHOLDER);
          at >= 0;
          at = text.indexOf(DRAWING_PLACEHOLDER, at + 1)) {
        int offset = run.getStartOffset() + at;
        insertTable(offset, () -> anchoredPicture(offset), blocks);
      }
    }
  }

  private void insertTable(
      int offset, InlineTableRecognizer.PictureSource picture, BlockCollector blocks) {
    if (tableRecognizer.queueIfTable(offset, picture)) {
      tableRecognizer.insertTablesOfNextPicture(blocks);
    }
  }

  /** The bytes of the drawing anchored at an offset; null if it is not a picture. */
  private byte @Nullable [] anchoredPicture(int offset) {
    OfficeDrawing drawing = anchoredDrawings.getOfficeDrawingAt(offset);
    return drawing == null ? null : drawing.getPictureData();
  }
}

package org.mingzhang.extract.word;

import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.model.PicturesTable;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.OfficeDrawing;
import org.apache.poi.hwpf.usermodel.OfficeDrawings;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.jspecify.annotations.Nullable;
import org.mingzhang.extract.ocr.InlineTableRecognizer;

/**
 * Pictures of a binary Word document, inline or anchored in a paragraph. Confined to one thread and
 * one file.
 */
final class DocPictures {
  /** Character that stands in the text for an anchored drawing ([MS-DOC] 2.8.37). */
  private static final char DRAWING_PLACEHOLDER = 0x08;

  private final PicturesTable inlinePictures;
  private final OfficeDrawings anchored;
  private final InlineTableRecognizer tables;

  DocPictures(HWPFDocument document, InlineTableRecognizer tables) {
    this.inlinePictures = document.getPicturesTable();
    this.anchored = document.getOfficeDrawingsMain();
    this.tables = tables;
  }

  /**
   * Whether a paragraph has a picture of a table. Only the first one is queued, as by {@link
   * InlineTableRecognizer#queueIfTable}.
   */
  boolean queueTablePicture(Paragraph paragraph) {
    for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
      CharacterRun run = paragraph.getCharacterRun(i);
      boolean hidden = run.isMarkedDeleted() || run.isVanished();
      boolean picture =
          inlinePictures.hasPicture(run) || run.text().indexOf(DRAWING_PLACEHOLDER) >= 0;
      if (!hidden && picture && tables.queueIfTable(run.getStartOffset(), () -> bytes(run))) {
        return true;
      }
    }
    return false;
  }

  /** The bytes of the picture of a run; null if its drawing is not a picture. */
  private byte @Nullable [] bytes(CharacterRun run) {
    if (inlinePictures.hasPicture(run)) {
      return inlinePictures.extractPicture(run, false).getContent();
    }
    int at = run.text().indexOf(DRAWING_PLACEHOLDER);
    OfficeDrawing drawing = at < 0 ? null : anchored.getOfficeDrawingAt(run.getStartOffset() + at);
    return drawing == null ? null : drawing.getPictureData();
  }
}

package org.mingzhang.extract.rtf;

import org.mingzhang.extract.EdgeGrid;

/**
 * The control words of an RTF file about paragraphs, rows, cells and pages (RTF 1.9.1, paragraph
 * and table formatting).
 */
final class RtfLayout {
  private final RtfBody body;
  private final RtfStyles styles;

  RtfLayout(RtfBody body, RtfStyles styles) {
    this.body = body;
    this.styles = styles;
  }

  /** A word in the text. */
  void text(String word, RtfScanner in) {
    switch (word) {
      case "par", "sect" -> body.endParagraph();
      case "page" -> body.pageBreak();
      case "pagebb" -> body.startsPage();
      case "pard" -> body.resetParagraph();
      case "cell" -> body.endCell();
      case "row" -> body.endRow();
      case "s" -> style(in.number(0));
      case "outlinelevel" -> body.outlineLevel(RtfStyles.validLevel(in.number(9) + 1));
      default -> anywhere(word, in);
    }
  }

  /** A word that says how the next row or paragraph is laid out, wherever it stands. */
  void anywhere(String word, RtfScanner in) {
    switch (word) {
      case "trowd" -> body.rowDefinition();
      case "trleft" -> body.rowLeft(in.number(0));
      case "clmrg" -> body.merge(EdgeGrid.Merge.LEFT);
      case "clvmrg" -> body.merge(EdgeGrid.Merge.UP);
      case "cellx" -> body.cellEdge(in.number(0));
      case "intbl" -> body.inTable(1);
      case "itap" -> body.inTable(in.number(0));
      default -> {}
    }
  }

  private void style(int number) {
    body.outlineLevel(styles.outlineLevel(number));
    body.contents(styles.isContents(number));
  }
}

package org.mingzhang.extract.rtf;

import org.mingzhang.extract.EdgeGridBuilder;

/**
 * Applies the control words for paragraphs, rows, cells and pages (RTF 1.9.1, paragraph and table
 * formatting).
 */
final class RtfLayoutInterpreter {
  private final RtfBlockBuilder body;
  private final RtfStyles styles;

  RtfLayoutInterpreter(RtfBlockBuilder body, RtfStyles styles) {
    this.body = body;
    this.styles = styles;
  }

  /**
   * Applies a control word in the body text if it is about paragraphs, pages, styles or tables;
   * ignores all others.
   *
   * @param in gives the parameter of the word
   */
  void applyBodyControlWord(String word, RtfScanner in) {
    switch (word) {
      case "par", "sect" -> body.endParagraph();
      case "page" -> body.breakPage();
      case "pagebb" -> body.startNextParagraphOnNewPage();
      case "pard" -> body.resetParagraph();
      case "cell" -> body.endCell();
      case "row" -> body.endRow();
      case "s" -> applyStyle(in.parameter(0));
      case "outlinelevel" -> body.setOutlineLevel(RtfStyles.levelOrZero(in.parameter(9) + 1));
      default -> applyTableControlWord(word, in);
    }
  }

  /** Applies a control word that defines rows or table paragraphs. */
  private void applyTableControlWord(String word, RtfScanner in) {
    switch (word) {
      case "trowd" -> body.startRowDefinition();
      case "trleft" -> body.setRowLeft(in.parameter(0));
      case "clmrg" -> body.setMerge(EdgeGridBuilder.CellMerge.WITH_LEFT);
      case "clvmrg" -> body.setMerge(EdgeGridBuilder.CellMerge.WITH_ABOVE);
      case "cellx" -> body.addCellEdge(in.parameter(0));
      case "intbl" -> body.setTableDepth(1);
      case "itap" -> body.setTableDepth(in.parameter(0));
      default -> {}
    }
  }

  private void applyStyle(int number) {
    body.setOutlineLevel(styles.outlineLevel(number));
    body.setContents(styles.isTableOfContentsEntry(number));
  }
}

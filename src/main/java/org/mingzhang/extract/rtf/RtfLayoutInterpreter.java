package org.mingzhang.extract.rtf;

import org.mingzhang.extract.EdgeGridBuilder;

/**
 * Applies the control words for paragraphs, rows, cells and pages (RTF 1.9.1, paragraph and table
 * formatting).
 */
final class RtfLayoutInterpreter {
  private final RtfBlockBuilder blockBuilder;
  private final RtfStyles styles;

  RtfLayoutInterpreter(RtfBlockBuilder blockBuilder, RtfStyles styles) {
    this.blockBuilder = blockBuilder;
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
      case "par", "sect" -> blockBuilder.endParagraph();
      case "page" -> blockBuilder.breakPage();
      case "pagebb" -> blockBuilder.startNextParagraphOnNewPage();
      case "pard" -> blockBuilder.resetParagraph();
      case "cell" -> blockBuilder.endCell();
      case "row" -> blockBuilder.endRow();
      case "s" -> applyStyle(in.parameter(0));
      case "outlinelevel" ->
          blockBuilder.setOutlineLevel(RtfStyles.levelOrZero(in.parameter(9) + 1));
      default -> applyTableControlWord(word, in);
    }
  }

  /** Applies a control word that defines rows or table paragraphs. */
  private void applyTableControlWord(String word, RtfScanner in) {
    switch (word) {
      case "trowd" -> blockBuilder.startRowDefinition();
      case "trleft" -> blockBuilder.setRowLeft(in.parameter(0));
      case "clmrg" -> blockBuilder.setNextCellMerge(EdgeGridBuilder.CellMerge.WITH_LEFT);
      case "clvmrg" -> blockBuilder.setNextCellMerge(EdgeGridBuilder.CellMerge.WITH_ABOVE);
      case "cellx" -> blockBuilder.addCellEdge(in.parameter(0));
      case "intbl" -> blockBuilder.setTableDepth(1);
      case "itap" -> blockBuilder.setTableDepth(in.parameter(0));
      default -> {}
    }
  }

  private void applyStyle(int number) {
    blockBuilder.setOutlineLevel(styles.outlineLevel(number));
    blockBuilder.setTableOfContentsEntry(styles.isTableOfContentsEntry(number));
  }
}

package org.mingzhang.model;

/** A block of extracted content: text or a table. */
public sealed interface Block permits TextBlock, TableBlock {
  /** 1-based page (sheet for a workbook) of the original on which the block starts. */
  int page();

  /** The number of characters of the text or of all cells. */
  default long characterCount() {
    return switch (this) {
      case TextBlock text -> text.text().length();
      case TableBlock table -> table.cells().stream().mapToLong(c -> c.text().length()).sum();
    };
  }
}

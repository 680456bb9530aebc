package org.mingzhang.model;

/** A block of extracted content: text or a table. */
public sealed interface Block permits TextBlock, TableBlock {
  /** 1-based page (sheet for a workbook) of the original on which the block starts. */
  int page();
}

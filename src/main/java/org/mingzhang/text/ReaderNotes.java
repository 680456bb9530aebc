package org.mingzhang.text;

/** Words that the reader puts into a text where it could not read what stands there. */
public final class ReaderNotes {
  /** Stands where the original has a picture of a table. */
  public static final String PICTURE_TABLE = "（此处有图片表格，未识别）";

  private ReaderNotes() {}
}

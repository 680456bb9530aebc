package org.mingzhang.structure.outline;

import org.jspecify.annotations.Nullable;

/**
 * Titles prescribed by the forms of 部门决算, 部门预算 and 绩效自评, with their positions in the outline. They
 * identify headings that have lost their number or never had one.
 */
final class StandardTitles {
  /** The position of a title in the standard outline of a disclosure. */
  enum OutlinePosition {
    /** A part, or a page of its own in documents without parts. */
    PART,
    /** A section of a part: 收入决算情况说明. */
    SECTION,
    /** The caption of a data or performance table. */
    CAPTION,
    /** The statement of one project of a budget: …经费情况说明. */
    PROJECT,
    /** A heading inside a report: 自评结论. */
    REPORT
  }

  private static final TitlePatterns<OutlinePosition> POSITIONS =
      TitlePatterns.read("standard-titles.tsv", OutlinePosition::valueOf);

  private StandardTitles() {}

  /**
   * Finds the position of a title without number, white space and closing punctuation; null for
   * titles that the forms do not prescribe.
   */
  static @Nullable OutlinePosition findOutlinePosition(String title) {
    return POSITIONS.findByWholeTitle(title.replace('"', '”').replace('‘', '“').replace('’', '”'));
  }
}

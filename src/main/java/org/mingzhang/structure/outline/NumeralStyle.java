package org.mingzhang.structure.outline;

/** Numbering systems of Chinese official documents (GB/T 9704 §7.3.3), outermost first. */
enum NumeralStyle {
  /** 第一部分, 第一编. */
  PART(0),
  /** 第一章. */
  CHAPTER(0.5),
  /** 第一节. */
  SECTION(0.8),
  /** 附件1, 附表. */
  ANNEX(0.9),
  /** No numeral: a standard title or the caption of a table. */
  NONE(1.5),
  /** 一、 */
  HAN(2),
  /** （一） */
  HAN_BRACKETS(3),
  /** 1. and 1、 */
  DIGIT(4),
  /** 1.1 */
  TWO_PART_DECIMAL(4.2),
  /** 1.1.1 */
  THREE_PART_DECIMAL(4.4),
  /** 1.1.1.1 */
  FOUR_PART_DECIMAL(4.6),
  /** （1） */
  DIGIT_BRACKETS(5);

  private final double rank;

  NumeralStyle(double rank) {
    this.rank = rank;
  }

  /** The usual depth of headings with this style; larger values are deeper. */
  double rank() {
    return rank;
  }
}

package org.mingzhang.structure.outline;

/**
 * A numeral at the beginning of a paragraph, with the text that follows it.
 *
 * @param style numbering system
 * @param ordinal its value, which is that of the last number for 1.2; 0 if it has none (附件：)
 * @param printed as printed, without white space inside
 * @param rest the paragraph after the numeral
 */
record HeadingNumeral(NumeralStyle style, int ordinal, String printed, String rest) {}

package org.mingzhang.extract.word;

/**
 * One level of a list definition.
 *
 * @param numberFormat name of the number format in ECMA-376
 * @param pattern label text, in which {@code %1} to {@code %9} stand for the numbers of the levels
 * @param start first number
 * @param restartAfter 1-based level; an item of this or a higher level restarts the count; 0 for
 *     never
 * @param hasSpaceAfter whether a space or tab follows the label
 * @param usesArabicDigits whether this label shows the numbers of all levels in Arabic digits
 */
record ListLevel(
    String numberFormat,
    String pattern,
    int start,
    int restartAfter,
    boolean hasSpaceAfter,
    boolean usesArabicDigits) {}

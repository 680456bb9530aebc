package org.mingzhang.extract.word;

/**
 * One level of a list definition.
 *
 * @param numberFormat name of the number format in ECMA-376
 * @param pattern label text, in which {@code %1} stands for the number of level 1
 * @param start first number
 * @param restartAfter 1-based level; an item of it or of a higher level restarts the count; 0 for
 *     never
 * @param space whether a space or tab follows
 * @param legal whether all numbers are shown in Arabic digits
 */
record ListLevel(
    String numberFormat,
    String pattern,
    int start,
    int restartAfter,
    boolean space,
    boolean legal) {}

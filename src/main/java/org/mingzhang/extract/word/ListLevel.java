package org.mingzhang.extract.word;

/**
 * One level of a list definition.
 *
 * @param numberFormat name of the number format in ECMA-376
 * @param pattern text around the numbers; {@code %1} stands for the number of level 1
 * @param start first number
 * @param restartAfter a new item of this 1-based level or one above it starts the count again; 0
 *     for never
 * @param space whether a blank or tab follows
 * @param legal whether all numbers are shown in Arabic digits
 */
record ListLevel(
    String numberFormat,
    String pattern,
    int start,
    int restartAfter,
    boolean space,
    boolean legal) {}

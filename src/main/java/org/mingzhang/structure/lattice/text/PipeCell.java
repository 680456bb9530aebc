package org.mingzhang.structure.lattice.text;

/**
 * A cell between pipes, possibly empty.
 *
 * @param text its text
 * @param line index of the line on which it begins
 * @param start index of its first character on the line
 */
record PipeCell(String text, int line, int start) {}

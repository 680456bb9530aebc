/**
 * Reads plain text and Markdown: character set, lines, and tables written with tabs, bars or
 * commas.
 *
 * <p>Markdown is not read by commonmark, which the project uses to write HTML. Its rules would lose
 * content of Chinese documents: a closing {@code **} after a full-width colon and before an
 * ideograph ({@code **注：**本表}) does not end strong emphasis, lists are renumbered, paragraphs
 * indented by four spaces become code, and tables with rows longer than the header lose cells.
 * Tables in plain text are not read by Commons CSV, because most lines are prose and a table must
 * be recognized before it can be parsed.
 */
@NullMarked
package org.mingzhang.extract.plain;

import org.jspecify.annotations.NullMarked;

/**
 * Reads plain text: character set, lines, and tables written with tabs, pipes or commas.
 *
 * <p>Tables in plain text are not read by Commons CSV, because most lines are prose and a table
 * must be recognized before it can be parsed.
 */
@NullMarked
package org.mingzhang.extract.plain;

import org.jspecify.annotations.NullMarked;

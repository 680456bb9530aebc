/**
 * Amounts stated in prose. The types of this package are what a text states, with character
 * offsets: an amount, a change, a rate, a count or a list, each with its subject, stage and time.
 * The packages below read them, each using only those before it:
 *
 * <ol>
 *   <li>{@code token} folds a text and splits it into tokens and clauses;
 *   <li>{@code phrase} reads the words before a number as a name with its stage, time and fund;
 *   <li>{@code clause} reads the clauses of a section in order as statements;
 *   <li>{@code section} determines what a section inherits from its titles, and reads whole
 *       documents.
 * </ol>
 *
 * <p>Uses the chart of accounts; independent of audit rules.
 */
@NullMarked
package org.mingzhang.statement;

import org.jspecify.annotations.NullMarked;

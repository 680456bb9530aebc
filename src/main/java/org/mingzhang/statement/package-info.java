/**
 * What a sentence says about amounts: tokens, clauses and statements with character offsets. Knows
 * the chart of accounts, and no rule.
 */
@NullMarked
package org.mingzhang.statement;

import org.jspecify.annotations.NullMarked;

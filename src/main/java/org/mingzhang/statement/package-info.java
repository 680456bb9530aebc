/**
 * Reads the amounts that prose states: text is folded, cut into tokens and clauses, and clauses are
 * read as statements with character offsets. Uses the chart of accounts; knows no audit rule.
 */
@NullMarked
package org.mingzhang.statement;

import org.jspecify.annotations.NullMarked;

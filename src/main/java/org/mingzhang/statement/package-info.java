/**
 * Reads amounts stated in prose: text is folded, then split into tokens and clauses, which are read
 * as statements with character offsets. Uses the chart of accounts; independent of audit rules.
 */
@NullMarked
package org.mingzhang.statement;

import org.jspecify.annotations.NullMarked;

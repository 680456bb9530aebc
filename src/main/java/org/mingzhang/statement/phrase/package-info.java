/**
 * Phrases: the words of a clause before a number, with the account, stage, time, fund and perimeter
 * that they state themselves. An account that the chart does not have is <i>uncharted</i> or
 * <i>unlisted</i>. What a phrase leaves out is completed by the readers of clauses.
 */
@NullMarked
package org.mingzhang.statement.phrase;

import org.jspecify.annotations.NullMarked;

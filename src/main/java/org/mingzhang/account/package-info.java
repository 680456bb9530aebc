/**
 * The chart of accounts: what there is in a budget or final account to have an amount, under which
 * names it is printed, and how the accounts add up. All names stand in {@code chart.tsv}; code only
 * reads it.
 */
@NullMarked
package org.mingzhang.account;

import org.jspecify.annotations.NullMarked;

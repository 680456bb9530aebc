/**
 * The charts of accounts of agencies and governments: accounts, the names under which they are
 * printed, and which accounts are parts of which. All names are data ({@code chart.tsv}, {@code
 * government.tsv}).
 */
@NullMarked
package org.mingzhang.account;

import org.jspecify.annotations.NullMarked;

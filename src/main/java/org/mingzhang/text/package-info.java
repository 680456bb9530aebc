/**
 * Normalization of characters and white space, Chinese numerals, amounts of money, years, and the
 * columns and class names of account tables. Also general tools that all packages may use: reading
 * data files, hashes, budgets of processor time, cached values.
 */
@NullMarked
package org.mingzhang.text;

import org.jspecify.annotations.NullMarked;

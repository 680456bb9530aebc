/**
 * Character normalization, Chinese numerals, amounts of money, percentages, years, and names of the
 * classification of accounts; also tools of all packages that are about no text: data files,
 * budgets of processor time, values derived once.
 */
@NullMarked
package org.mingzhang.text;

import org.jspecify.annotations.NullMarked;

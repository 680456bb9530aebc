/**
 * Character normalization, Chinese numerals, amounts of money, percentages, years, and names of the
 * classification of accounts.
 */
@NullMarked
package org.mingzhang.text;

import org.jspecify.annotations.NullMarked;

/**
 * Tokens of prose: a text is folded to one form of characters and split into numbers with units,
 * times, list marks, names of accounts and words of the lexicon, and these into clauses. Knows
 * words but not what a sentence means.
 */
@NullMarked
package org.mingzhang.statement.token;

import org.jspecify.annotations.NullMarked;

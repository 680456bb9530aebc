/**
 * Parsing of queries as numeric questions: which account, of which agencies or places, for which
 * years, and whether the change or the order is asked for. Works on words only, without facts or an
 * index.
 */
@NullMarked
package org.mingzhang.question;

import org.jspecify.annotations.NullMarked;

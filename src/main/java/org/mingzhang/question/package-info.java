/**
 * What a question for a number asks: which account, of which agencies or places, of which years,
 * and whether it rose. Words only: it knows neither facts nor an index, so that pages, the API and
 * other readers of questions use the same.
 */
@NullMarked
package org.mingzhang.question;

import org.jspecify.annotations.NullMarked;

/**
 * Sentences that a language model, where one is configured, writes for the rows of an answer. If a
 * sentence says anything that its row does not, the whole wording is refused.
 */
@NullMarked
package org.mingzhang.web.wording;

import org.jspecify.annotations.NullMarked;

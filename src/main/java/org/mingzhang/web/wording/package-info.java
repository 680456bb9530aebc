/**
 * Sentences that a language model, if one is configured, writes for the rows of an answer. If a
 * sentence states anything that its row does not, all sentences are refused.
 */
@NullMarked
package org.mingzhang.web.wording;

import org.jspecify.annotations.NullMarked;

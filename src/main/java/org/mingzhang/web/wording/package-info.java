/**
 * Sentences that a language model, where one was configured, makes of the rows of an answer. It may
 * word what a row says and nothing else: whatever is not in the row it cites refuses the whole.
 */
@NullMarked
package org.mingzhang.web.wording;

import org.jspecify.annotations.NullMarked;

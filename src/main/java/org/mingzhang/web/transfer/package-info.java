/** Answers whose bytes are known beforehand: ranges, conditions, bounded copying. */
@NullMarked
package org.mingzhang.web.transfer;

import org.jspecify.annotations.NullMarked;

/**
 * Compares targets of performance indicators with their results as printed: whether they were met,
 * and the deviation.
 */
@NullMarked
package org.mingzhang.target;

import org.jspecify.annotations.NullMarked;

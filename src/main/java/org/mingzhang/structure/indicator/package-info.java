/** Rows of performance forms (绩效目标表, 绩效自评表) with their levels, results and points. */
@NullMarked
package org.mingzhang.structure.indicator;

import org.jspecify.annotations.NullMarked;

/**
 * Targets of performance indicators and their results, as printed: whether met, and how far apart.
 */
@NullMarked
package org.mingzhang.target;

import org.jspecify.annotations.NullMarked;

/** Checks whether the numbers and words of a disclosure agree. */
@NullMarked
package org.mingzhang.audit;

import org.jspecify.annotations.NullMarked;

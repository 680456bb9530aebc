/** Checks whether the numbers of a disclosure agree. */
@NullMarked
package org.mingzhang.audit;

import org.jspecify.annotations.NullMarked;

/** Facts as the index stores them: dimensions, values and places. */
@NullMarked
package org.mingzhang.web.fact;

import org.jspecify.annotations.NullMarked;

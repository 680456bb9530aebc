/** Facts as the index hands them over: their dimensions, their values and where they stand. */
@NullMarked
package org.mingzhang.web.fact;

import org.jspecify.annotations.NullMarked;

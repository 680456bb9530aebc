/** The JSON form of a disclosure, written and read in one place. */
@NullMarked
package org.mingzhang.record;

import org.jspecify.annotations.NullMarked;

/** Converts the statements of prose to facts. */
@NullMarked
package org.mingzhang.fact.prose;

import org.jspecify.annotations.NullMarked;

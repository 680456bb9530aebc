/** Turns extracted blocks into a disclosure: outline, tables, indicators and metadata. */
@NullMarked
package org.mingzhang.structure;

import org.jspecify.annotations.NullMarked;

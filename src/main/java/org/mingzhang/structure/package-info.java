/** Blocks to a disclosure: outline, tables, indicators, figures and metadata. */
@NullMarked
package org.mingzhang.structure;

import org.jspecify.annotations.NullMarked;

/** Reads the parts of performance forms that are tables of their own from grids of known cells. */
@NullMarked
package org.mingzhang.structure.lattice.grid;

import org.jspecify.annotations.NullMarked;

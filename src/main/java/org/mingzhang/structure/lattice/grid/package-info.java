/**
 * Reads from grids of known cells those parts of performance forms that are tables of their own.
 */
@NullMarked
package org.mingzhang.structure.lattice.grid;

import org.jspecify.annotations.NullMarked;

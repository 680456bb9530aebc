/**
 * Reads performance forms whose cells are known: funding rows as tables of their own, and rows of
 * cells in which several indicators stand below each other.
 */
@NullMarked
package org.mingzhang.structure.lattice.grid;

import org.jspecify.annotations.NullMarked;

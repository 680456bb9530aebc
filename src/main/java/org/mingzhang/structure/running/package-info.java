/**
 * Reads account tables in running text, in which a row is one or more lines and nothing marks empty
 * cells. Each reader reads one prescribed form and accepts a table only if sums confirm its
 * columns. The readers are applied to what {@code structure.lattice} has left as text.
 */
@NullMarked
package org.mingzhang.structure.running;

import org.jspecify.annotations.NullMarked;

/**
 * Tables as grids of merged cells: access by position, the text of cells, and the columns of
 * amounts in rows that lost their empty cells.
 */
@NullMarked
package org.mingzhang.structure.grid;

import org.jspecify.annotations.NullMarked;

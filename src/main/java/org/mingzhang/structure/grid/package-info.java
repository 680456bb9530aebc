/** Tables as grids of merged cells: access by position, and the text of cells. */
@NullMarked
package org.mingzhang.structure.grid;

import org.jspecify.annotations.NullMarked;

/** Tables as grids of merged cells: access, cell texts, and tables continued over pages. */
@NullMarked
package org.mingzhang.structure.grid;

import org.jspecify.annotations.NullMarked;

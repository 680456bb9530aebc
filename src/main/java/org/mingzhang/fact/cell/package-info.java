/**
 * Facts of the cells of data tables: row, column, block, title and unit give account and context.
 */
@NullMarked
package org.mingzhang.fact.cell;

import org.jspecify.annotations.NullMarked;

/**
 * Interprets the grids of sections as tables of data: joins them across pages, flattens headers,
 * finds captions and units.
 */
@NullMarked
package org.mingzhang.structure.table;

import org.jspecify.annotations.NullMarked;

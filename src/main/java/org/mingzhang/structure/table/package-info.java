/** Grids of sections to tables as data: joined over pages, header flattened, captions and units. */
@NullMarked
package org.mingzhang.structure.table;

import org.jspecify.annotations.NullMarked;

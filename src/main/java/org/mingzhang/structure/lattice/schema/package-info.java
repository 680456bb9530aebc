/** The known column titles of tables and forms and their column types, as data. */
@NullMarked
package org.mingzhang.structure.lattice.schema;

import org.jspecify.annotations.NullMarked;

/**
 * Reads tables and performance forms whose rows are sentences: each value is preceded by the title
 * of its column. The titles identify the columns, so no lattice is needed.
 */
@NullMarked
package org.mingzhang.structure.lattice.prose;

import org.jspecify.annotations.NullMarked;

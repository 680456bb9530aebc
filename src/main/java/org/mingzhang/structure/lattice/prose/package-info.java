/**
 * Reads tables and performance forms whose rows are sentences: each value stands behind the title
 * of its column. The titles tell the columns, so that no lattice is needed.
 */
@NullMarked
package org.mingzhang.structure.lattice.prose;

import org.jspecify.annotations.NullMarked;

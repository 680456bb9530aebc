/** What the columns of known tables and forms are called and what they hold, as data. */
@NullMarked
package org.mingzhang.structure.lattice.schema;

import org.jspecify.annotations.NullMarked;

/**
 * Column types by the known titles of tables and forms, which are data; and the rules that rows of
 * such columns obey, by which rows are checked or split and amounts are moved to their columns.
 */
@NullMarked
package org.mingzhang.structure.lattice.schema;

import org.jspecify.annotations.NullMarked;

/**
 * Reads facts from the cells of data tables and performance forms: row label, column header, title
 * and unit give account, context and value.
 */
@NullMarked
package org.mingzhang.fact.cell;

import org.jspecify.annotations.NullMarked;

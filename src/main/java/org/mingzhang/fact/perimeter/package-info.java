/** Determines which accounts of a body a document covers, and whose a table is. */
@NullMarked
package org.mingzhang.fact.perimeter;

import org.jspecify.annotations.NullMarked;

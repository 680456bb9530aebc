/** How much of an entity's accounts a document covers, with what it was read from. */
@NullMarked
package org.mingzhang.fact.perimeter;

import org.jspecify.annotations.NullMarked;

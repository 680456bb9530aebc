/** Finds the headings of a disclosure, their nesting, bodies and topics. */
@NullMarked
package org.mingzhang.structure.outline;

import org.jspecify.annotations.NullMarked;

/**
 * Tables of figures in running text, where a row is a line or several and columns are not drawn.
 */
@NullMarked
package org.mingzhang.structure.running;

import org.jspecify.annotations.NullMarked;

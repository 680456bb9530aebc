/** Amounts of money in sentences and tables, under normalised names. */
@NullMarked
package org.mingzhang.structure.figure;

import org.jspecify.annotations.NullMarked;

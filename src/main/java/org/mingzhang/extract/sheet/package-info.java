/** Reads workbooks: one page per sheet, with values as displayed. */
@NullMarked
package org.mingzhang.extract.sheet;

import org.jspecify.annotations.NullMarked;

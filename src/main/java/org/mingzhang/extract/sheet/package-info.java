/** Workbooks: one page a sheet, values as shown. */
@NullMarked
package org.mingzhang.extract.sheet;

import org.jspecify.annotations.NullMarked;

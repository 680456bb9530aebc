/** Samples, tables, and the files they are written to. */
@NullMarked
package org.mingzhang.bench.report;

import org.jspecify.annotations.NullMarked;

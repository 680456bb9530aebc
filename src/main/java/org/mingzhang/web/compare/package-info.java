/** One figure, indicator or topic over agencies and years: the question, the table, the chart. */
@NullMarked
package org.mingzhang.web.compare;

import org.jspecify.annotations.NullMarked;

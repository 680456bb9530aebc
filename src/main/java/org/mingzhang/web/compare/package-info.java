/**
 * Comparison of an account, indicator or topic over agencies and years: request, values, table,
 * sentences and chart.
 */
@NullMarked
package org.mingzhang.web.compare;

import org.jspecify.annotations.NullMarked;

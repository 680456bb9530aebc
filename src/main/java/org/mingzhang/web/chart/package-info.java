/** Charts drawn on the server as SVG. */
@NullMarked
package org.mingzhang.web.chart;

import org.jspecify.annotations.NullMarked;

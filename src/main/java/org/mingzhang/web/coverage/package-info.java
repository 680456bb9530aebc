/** Documents there are and documents missing, by region, agency and year. */
@NullMarked
package org.mingzhang.web.coverage;

import org.jspecify.annotations.NullMarked;

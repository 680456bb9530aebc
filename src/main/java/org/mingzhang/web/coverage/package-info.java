/** Existing and missing documents, by region, agency and year. */
@NullMarked
package org.mingzhang.web.coverage;

import org.jspecify.annotations.NullMarked;

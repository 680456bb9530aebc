/** Which documents are here and which are missing. */
@NullMarked
package org.mingzhang.web.coverage;

import org.jspecify.annotations.NullMarked;

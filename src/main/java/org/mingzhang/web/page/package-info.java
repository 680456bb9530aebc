/** Pages: one handler each, and the views it fills its template with. */
@NullMarked
package org.mingzhang.web.page;

import org.jspecify.annotations.NullMarked;

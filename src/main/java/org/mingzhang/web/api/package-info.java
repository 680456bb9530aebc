/** The JSON API, exports and feeds. */
@NullMarked
package org.mingzhang.web.api;

import org.jspecify.annotations.NullMarked;

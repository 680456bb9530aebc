/** The JSON API, exports, and files for browsers and crawlers. */
@NullMarked
package org.mingzhang.web.api;

import org.jspecify.annotations.NullMarked;

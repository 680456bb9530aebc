/** Mail alerts about new hits of a search: requested on a page, confirmed and ended by mail. */
@NullMarked
package org.mingzhang.web.alerts;

import org.jspecify.annotations.NullMarked;

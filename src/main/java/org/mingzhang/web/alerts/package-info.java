/** News of a search by mail: asked for on a page, confirmed by mail, ended by one click. */
@NullMarked
package org.mingzhang.web.alerts;

import org.jspecify.annotations.NullMarked;

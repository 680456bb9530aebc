/** The first page. */
@NullMarked
package org.mingzhang.web.home;

import org.jspecify.annotations.NullMarked;

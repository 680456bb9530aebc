/** The first page of the portal. */
@NullMarked
package org.mingzhang.web.home;

import org.jspecify.annotations.NullMarked;

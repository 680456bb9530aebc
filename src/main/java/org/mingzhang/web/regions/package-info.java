/** Regions and the page of one region. */
@NullMarked
package org.mingzhang.web.regions;

import org.jspecify.annotations.NullMarked;

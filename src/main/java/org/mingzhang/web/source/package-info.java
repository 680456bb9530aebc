/** What the pages are made from: the ports to search and archive, and the settings. */
@NullMarked
package org.mingzhang.web.source;

import org.jspecify.annotations.NullMarked;

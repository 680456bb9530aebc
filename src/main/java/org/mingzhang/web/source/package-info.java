/** The dependencies of the portal: ports to search, archive and drawing, and settings. */
@NullMarked
package org.mingzhang.web.source;

import org.jspecify.annotations.NullMarked;

/** What the portal is made from: ports to search, archive and drawing, and its settings. */
@NullMarked
package org.mingzhang.web.source;

import org.jspecify.annotations.NullMarked;

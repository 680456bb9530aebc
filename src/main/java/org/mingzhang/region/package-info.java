/** The gazetteer of administrative divisions (GB/T 2260) and functional zones. */
@NullMarked
package org.mingzhang.region;

import org.jspecify.annotations.NullMarked;

/** Other engines on the same sections with the same queries. */
@NullMarked
package org.mingzhang.bench.peer;

import org.jspecify.annotations.NullMarked;

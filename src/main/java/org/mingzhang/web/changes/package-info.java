/** Recent documents and versions, and the differences between versions. */
@NullMarked
package org.mingzhang.web.changes;

import org.jspecify.annotations.NullMarked;

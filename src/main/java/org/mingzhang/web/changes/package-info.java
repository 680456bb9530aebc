/** What was published, replaced or taken out, and what differs between two versions. */
@NullMarked
package org.mingzhang.web.changes;

import org.jspecify.annotations.NullMarked;

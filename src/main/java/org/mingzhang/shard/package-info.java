/** The index on this machine: its writer, and what one shard of it finds and counts by itself. */
@NullMarked
package org.mingzhang.shard;

import org.jspecify.annotations.NullMarked;

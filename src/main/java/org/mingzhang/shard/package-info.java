/** Shards in this process: snapshots, facet ordinals, collectors and loading of hits. */
@NullMarked
package org.mingzhang.shard;

import org.jspecify.annotations.NullMarked;

/** Questions to shards of other machines and their answers as bytes. */
@NullMarked
package org.mingzhang.wire;

import org.jspecify.annotations.NullMarked;

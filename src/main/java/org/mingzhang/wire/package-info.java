/** Binary protocol of calls to shards on other machines. */
@NullMarked
package org.mingzhang.wire;

import org.jspecify.annotations.NullMarked;

/** The index in an OpenSearch cluster whose nodes have this project's plugin, over HTTP. */
@NullMarked
package org.mingzhang.cluster;

import org.jspecify.annotations.NullMarked;

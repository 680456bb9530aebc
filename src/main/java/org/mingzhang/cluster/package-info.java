/** Client of an OpenSearch cluster whose nodes have this project's plugin and hold the index. */
@NullMarked
package org.mingzhang.cluster;

import org.jspecify.annotations.NullMarked;

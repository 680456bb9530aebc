/**
 * The plugin of an OpenSearch node: it makes rows of documents and answers the questions of a
 * shard.
 */
@NullMarked
package org.mingzhang.opensearch.plugin;

import org.jspecify.annotations.NullMarked;

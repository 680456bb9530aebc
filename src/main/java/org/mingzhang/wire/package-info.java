/**
 * Encodes what is sent to the nodes of a cluster and back: calls to shards and their results as
 * CBOR, and documents to index as JSON.
 */
@NullMarked
package org.mingzhang.wire;

import org.jspecify.annotations.NullMarked;

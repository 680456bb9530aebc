/**
 * A node of a cluster on one machine, started from Maven artifacts: for trying out and for tests.
 */
@NullMarked
package org.mingzhang.opensearch.node;

import org.jspecify.annotations.NullMarked;

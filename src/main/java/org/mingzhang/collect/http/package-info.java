/**
 * One request to a server of strangers: to a checked address, with bounds on time, size and
 * headers, its answer kept byte for byte.
 */
@NullMarked
package org.mingzhang.collect.http;

import org.jspecify.annotations.NullMarked;

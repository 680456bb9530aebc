/**
 * HTTP client for untrusted servers: checks their addresses, limits time, size and headers, and
 * keeps responses byte for byte.
 */
@NullMarked
package org.mingzhang.collect.http;

import org.jspecify.annotations.NullMarked;

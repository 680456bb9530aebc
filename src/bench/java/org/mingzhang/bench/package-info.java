/**
 * The benchmark: measures the product and its peers on the same made-up text; no part of the
 * product.
 */
@NullMarked
package org.mingzhang.bench;

import org.jspecify.annotations.NullMarked;

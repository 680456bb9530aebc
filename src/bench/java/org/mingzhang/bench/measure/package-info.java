/** What is measured of the product, one class a kind of work. */
@NullMarked
package org.mingzhang.bench.measure;

import org.jspecify.annotations.NullMarked;

/** Web archives: WARC 1.1 (ISO 28500) is written and read here, WACZ is read. */
@NullMarked
package org.mingzhang.collect.warc;

import org.jspecify.annotations.NullMarked;

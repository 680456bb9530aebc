/** Web archives: writes and reads WARC 1.1 (ISO 28500), and reads WACZ. */
@NullMarked
package org.mingzhang.collect.warc;

import org.jspecify.annotations.NullMarked;

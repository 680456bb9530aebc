/** HTTP responses of known length with range and conditional requests. */
@NullMarked
package org.mingzhang.web.transfer;

import org.jspecify.annotations.NullMarked;

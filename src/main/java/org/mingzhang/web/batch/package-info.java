/** Searches for many queries at once. */
@NullMarked
package org.mingzhang.web.batch;

import org.jspecify.annotations.NullMarked;

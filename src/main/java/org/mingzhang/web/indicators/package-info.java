/** Performance indicators and their scores. */
@NullMarked
package org.mingzhang.web.indicators;

import org.jspecify.annotations.NullMarked;

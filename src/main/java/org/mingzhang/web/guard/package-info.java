/**
 * Protection of the portal against overload and attacks: rate limits, admission control, timeouts,
 * and metrics.
 */
@NullMarked
package org.mingzhang.web.guard;

import org.jspecify.annotations.NullMarked;

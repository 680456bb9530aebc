/** Rules that read account tables and figures of several places. */
@NullMarked
package org.mingzhang.audit.account;

import org.jspecify.annotations.NullMarked;

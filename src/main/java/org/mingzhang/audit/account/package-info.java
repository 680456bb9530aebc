/** Rules about account tables and about figures in several places. */
@NullMarked
package org.mingzhang.audit.account;

import org.jspecify.annotations.NullMarked;

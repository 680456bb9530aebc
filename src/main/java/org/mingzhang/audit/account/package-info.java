/** Rules about account tables and about figures stated in several locations. */
@NullMarked
package org.mingzhang.audit.account;

import org.jspecify.annotations.NullMarked;

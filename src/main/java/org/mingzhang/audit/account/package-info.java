/** Rules that compare sentences with the account tables, and that check their completeness. */
@NullMarked
package org.mingzhang.audit.account;

import org.jspecify.annotations.NullMarked;

/** The kinds of tables that final accounts must have. */
@NullMarked
package org.mingzhang.audit.fact;

import org.jspecify.annotations.NullMarked;

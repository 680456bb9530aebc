/**
 * What must hold for every list, change, share and completion that a document states, whatever its
 * account is called. Values are intervals: a printed number stands for all that round or cut to it,
 * and an identity is broken only where no choice within the intervals satisfies it (XBRL
 * Calculations 1.1 treats rounding so).
 */
@NullMarked
package org.mingzhang.audit.identity;

import org.jspecify.annotations.NullMarked;

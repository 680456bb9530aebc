/**
 * Identities of the lists, changes, shares and completions that prose states, whatever the name of
 * the account. Values are intervals: a printed number represents all values that round or truncate
 * to it, and an identity is broken only if no values within the intervals satisfy it (as in XBRL
 * Calculations 1.1).
 */
@NullMarked
package org.mingzhang.audit.identity;

import org.jspecify.annotations.NullMarked;

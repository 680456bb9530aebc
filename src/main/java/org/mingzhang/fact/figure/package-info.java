/**
 * Derives from facts the figures of the record format, which have one name for account, fund and
 * stage.
 */
@NullMarked
package org.mingzhang.fact.figure;

import org.jspecify.annotations.NullMarked;

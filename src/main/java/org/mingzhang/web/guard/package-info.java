/**
 * What keeps the portal answering under load and attack: limits per client and in all, and the
 * numbers that show it.
 */
@NullMarked
package org.mingzhang.web.guard;

import org.jspecify.annotations.NullMarked;

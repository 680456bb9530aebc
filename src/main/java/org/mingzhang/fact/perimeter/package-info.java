/**
 * Determines whose amounts a document or a table states, and whether they include those of
 * subordinate units.
 */
@NullMarked
package org.mingzhang.fact.perimeter;

import org.jspecify.annotations.NullMarked;

/** Whose, where, for which year and of which kind a document is, each value with its evidence. */
@NullMarked
package org.mingzhang.structure.metadata;

import org.jspecify.annotations.NullMarked;

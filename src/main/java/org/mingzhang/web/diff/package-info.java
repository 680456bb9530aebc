/** Differences between two texts, by paragraphs and by words. */
@NullMarked
package org.mingzhang.web.diff;

import org.jspecify.annotations.NullMarked;

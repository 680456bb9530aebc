/**
 * Removes page numbers, running heads, contents pages and word-processor artifacts from extracted
 * text and joins its lines into paragraphs.
 */
@NullMarked
package org.mingzhang.structure.clean;

import org.jspecify.annotations.NullMarked;

/**
 * Removes page numbers, running lines and word-processor artifacts from extracted text and joins
 * its lines into paragraphs.
 */
@NullMarked
package org.mingzhang.structure.clean;

import org.jspecify.annotations.NullMarked;

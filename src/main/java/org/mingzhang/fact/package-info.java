/**
 * Reads the facts of a document from the cells of its tables and from its prose, and merges those
 * that state the same.
 */
@NullMarked
package org.mingzhang.fact;

import org.jspecify.annotations.NullMarked;

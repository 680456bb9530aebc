/**
 * Reads the facts of a document from its tables, forms and prose ({@link FactReader}), and merges
 * those that state the same value ({@link FactMerger}).
 */
@NullMarked
package org.mingzhang.fact;

import org.jspecify.annotations.NullMarked;

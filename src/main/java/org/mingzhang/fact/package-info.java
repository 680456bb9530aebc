/**
 * What a document says: facts read from cells of its tables and from its prose, joined into one
 * book where the same fact said in several places stands once.
 */
@NullMarked
package org.mingzhang.fact;

import org.jspecify.annotations.NullMarked;

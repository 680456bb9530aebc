/** The pipeline from files to archive and index; owns the only index writer. */
@NullMarked
package org.mingzhang.indexing;

import org.jspecify.annotations.NullMarked;

/** Every field of the index, and the mapping between disclosures and Lucene documents. */
@NullMarked
package org.mingzhang.schema;

import org.jspecify.annotations.NullMarked;

/** The index schema: fields, analyzers, similarity, and the mapping of disclosures to rows. */
@NullMarked
package org.mingzhang.schema;

import org.jspecify.annotations.NullMarked;

/**
 * The contents that the law requires of disclosures, whether a document has them, and when it had
 * to be published. Reads only the record of a document; requirements and their sources are data.
 */
@NullMarked
package org.mingzhang.transparency;

import org.jspecify.annotations.NullMarked;

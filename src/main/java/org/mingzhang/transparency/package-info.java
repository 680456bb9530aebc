/**
 * The contents that the law requires of disclosures, whether a document has them, and when it had
 * to be published. Uses only the record of a document. Requirements and their sources are data.
 */
@NullMarked
package org.mingzhang.transparency;

import org.jspecify.annotations.NullMarked;

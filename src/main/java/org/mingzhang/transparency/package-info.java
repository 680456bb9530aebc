/**
 * What the law requires of disclosures: which items a document must have and whether it has them,
 * and until when it had to be published. Uses only the record of a document. Requirements and their
 * sources are data.
 */
@NullMarked
package org.mingzhang.transparency;

import org.jspecify.annotations.NullMarked;

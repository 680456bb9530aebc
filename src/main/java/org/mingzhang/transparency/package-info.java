/**
 * What a disclosure has to contain by law, and what of it a document has. Knows the record only;
 * items and their sources are data.
 */
@NullMarked
package org.mingzhang.transparency;

import org.jspecify.annotations.NullMarked;

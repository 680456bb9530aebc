/**
 * Citations of documents and sections in the formats of reference managers, and links to quotes.
 */
@NullMarked
package org.mingzhang.web.cite;

import org.jspecify.annotations.NullMarked;

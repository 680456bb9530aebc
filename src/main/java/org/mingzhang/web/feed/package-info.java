/** Atom and JSON feeds of searches, documents, findings and versions in arrival order. */
@NullMarked
package org.mingzhang.web.feed;

import org.jspecify.annotations.NullMarked;

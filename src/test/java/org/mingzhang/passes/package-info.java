/** How often the understanding of a document goes over its text, counted in its own code. */
@NullMarked
package org.mingzhang.passes;

import org.jspecify.annotations.NullMarked;

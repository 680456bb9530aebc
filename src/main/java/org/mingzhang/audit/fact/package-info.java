/** The amounts that several places of a document give to the same standard name. */
@NullMarked
package org.mingzhang.audit.fact;

import org.jspecify.annotations.NullMarked;

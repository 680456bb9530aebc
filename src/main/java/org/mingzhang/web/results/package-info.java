/** The result page of searches with its hits, facets and controls. */
@NullMarked
package org.mingzhang.web.results;

import org.jspecify.annotations.NullMarked;

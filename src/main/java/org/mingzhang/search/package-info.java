/** Execution of search requests: hits, facets, snippets, paging and suggestions. */
@NullMarked
package org.mingzhang.search;

import org.jspecify.annotations.NullMarked;

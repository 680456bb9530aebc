/** Solr as a process of its own that the benchmark asks through pipes. */
@NullMarked
package org.mingzhang.bench.solr;

import org.jspecify.annotations.NullMarked;

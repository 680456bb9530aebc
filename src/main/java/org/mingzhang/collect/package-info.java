/** The crawler: visits sections of sites and puts their documents into the archive's queue. */
@NullMarked
package org.mingzhang.collect;

import org.jspecify.annotations.NullMarked;

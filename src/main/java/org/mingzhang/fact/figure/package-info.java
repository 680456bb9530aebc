/**
 * The figures of the record format: facts under one name each, as readers of earlier records know.
 */
@NullMarked
package org.mingzhang.fact.figure;

import org.jspecify.annotations.NullMarked;

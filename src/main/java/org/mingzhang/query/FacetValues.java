package org.mingzhang.query;

import java.util.List;
import java.util.function.Predicate;
import org.mingzhang.model.Dimension;

/** The values that a facet has in the index. */
@FunctionalInterface
public interface FacetValues {
  /** The values whose normal form passes the test, as they stand in the index. */
  List<String> matching(Dimension dimension, Predicate<String> folded);
}

package org.mingzhang.search;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A list that is made when it is first looked at. Immutable to see, safe on many threads. */
final class LateList<E> extends AbstractList<E> implements RandomAccess {
  private final Supplier<List<E>> maker;
  private @Nullable List<E> made;

  /** A list that a maker makes, which is called once at most. */
  LateList(Supplier<List<E>> maker) {
    this.maker = maker;
  }

  private synchronized List<E> elements() {
    List<E> elements = made;
    if (elements == null) {
      elements = List.copyOf(maker.get());
      made = elements;
    }
    return elements;
  }

  @Override
  public E get(int index) {
    return elements().get(index);
  }

  @Override
  public int size() {
    return elements().size();
  }
}

package org.mingzhang.search;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An immutable list that is computed on first access. Thread safe. */
final class LazyList<E> extends AbstractList<E> implements RandomAccess {
  private final Supplier<List<E>> maker;
  private @Nullable List<E> made;

  /** A list that a maker makes, which is called once at most. */
  LazyList(Supplier<List<E>> maker) {
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

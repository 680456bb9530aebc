package org.mingzhang.search;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An immutable list that is computed on first access. Thread safe. */
final class LazyList<E> extends AbstractList<E> implements RandomAccess {
  private final Supplier<List<E>> supplier;
  private @Nullable List<E> loadedElements;

  /**
   * Creates a list whose elements are supplied on first access; the supplier is called once, or
   * again if it threw an exception.
   */
  LazyList(Supplier<List<E>> supplier) {
    this.supplier = supplier;
  }

  private synchronized List<E> elements() {
    List<E> elements = loadedElements;
    if (elements == null) {
      elements = List.copyOf(supplier.get());
      loadedElements = elements;
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

package org.mingzhang.text;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Cache of values that several readers derive from one immutable object, such as a document that is
 * checked or the list of all documents. Each value is computed at the first request and kept under
 * its type, so every kind of value needs a type of its own, not a general one such as {@code List}.
 * A derivation may request other values. Thread-safe; two threads may compute the same value, and
 * one result is kept.
 *
 * @param <S> type of the object
 */
public final class DerivedValues<S> {
  private final Map<Class<?>, Object> valuesByType = new ConcurrentHashMap<>();

  /**
   * The value of a type, computed from the object at the first call.
   *
   * @param type type under which the value is kept
   * @param source the object; the same one at every call
   * @param derivation computes the value, which must not be null
   */
  public <T> T computeOnce(Class<T> type, S source, Function<? super S, T> derivation) {
    Object known = valuesByType.get(type);
    if (known == null) {
      T computed = derivation.apply(source);
      Object earlier = valuesByType.putIfAbsent(type, computed);
      known = earlier == null ? computed : earlier;
    }
    return type.cast(known);
  }
}

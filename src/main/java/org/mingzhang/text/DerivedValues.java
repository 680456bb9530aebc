package org.mingzhang.text;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Values that several readers derive from one unchanging object, such as a document that is checked
 * or the list of all documents. Each is computed when it is first asked for and kept under its
 * type, so give a value that others may derive too a type of its own and not, say, a list. A
 * derivation may ask for other values; two threads may compute the same value, of which one is
 * kept. Safe on many threads.
 *
 * @param <S> type of the object
 */
public final class DerivedValues<S> {
  private final Map<Class<?>, Object> valuesByType = new ConcurrentHashMap<>();

  /** The value of a type, computed from the object if it was not yet. */
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

package org.mingzhang.web.template;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * An expression of a template, parsed once. Means what it means in OGNL, which Thymeleaf uses and
 * which looks every method up by reflection each time. Where values are such that OGNL would
 * convert them, it is {@link Unfit}. Immutable.
 */
public sealed interface Expression permits Operation, Expression.Reading {
  /** The value. */
  @Nullable Object evaluate(Scope scope) throws Unfit;

  /** Reads an expression as it stands between the braces of {@code ${…}}; null if it is unfit. */
  static @Nullable Expression parse(String text) {
    try {
      return new ExpressionParser(text).whole();
    } catch (Unfit e) {
      return null;
    }
  }

  /** An expression that reads a value rather than working one out of others. */
  sealed interface Reading extends Expression {}

  /**
   * A fixed value.
   *
   * @param value the value
   */
  record Fixed(@Nullable Object value) implements Reading {
    @Override
    public @Nullable Object evaluate(Scope scope) {
      return value;
    }
  }

  /**
   * A variable.
   *
   * @param name its name
   */
  record Name(String name) implements Reading {
    @Override
    public @Nullable Object evaluate(Scope scope) {
      return scope.get(name);
    }
  }

  /**
   * A list of values.
   *
   * @param values the values
   */
  record Listed(List<Expression> values) implements Reading {
    @Override
    public Object evaluate(Scope scope) throws Unfit {
      return List.of(arguments(values, scope));
    }
  }

  /**
   * A property without parentheses: of an entry of a map, of the state of a loop.
   *
   * @param of what has it
   * @param name its name
   */
  record Property(Expression of, String name) implements Reading {
    @Override
    public @Nullable Object evaluate(Scope scope) throws Unfit {
      return switch (of.evaluate(scope)) {
        case Map.Entry<?, ?> entry when name.equals("key") -> entry.getKey();
        case Map.Entry<?, ?> entry when name.equals("value") -> entry.getValue();
        case LoopState loop -> loop.property(name);
        case null, default -> throw new Unfit(name);
      };
    }
  }

  /**
   * An element of a list by its 0-based place, or of a map by its key.
   *
   * @param of the list or map
   * @param key place or key
   */
  record Element(Expression of, Expression key) implements Reading {
    @Override
    public @Nullable Object evaluate(Scope scope) throws Unfit {
      Object from = of.evaluate(scope);
      Object at = key.evaluate(scope);
      if (from instanceof List<?> list && at instanceof Integer place) {
        return list.get(place);
      }
      if (from instanceof Map<?, ?> map && at != null) {
        return map.get(at);
      }
      throw new Unfit("[]");
    }
  }

  /** Calls a public method of a value. Remembers the method it found last. */
  final class Call implements Reading {
    private final Expression target;
    private final String method;
    private final List<Expression> arguments;
    private final Map<Class<?>, PublicMethods.Found> known = new ConcurrentHashMap<>();
    private volatile PublicMethods.@Nullable Found last;

    /**
     * A call.
     *
     * @param target the value
     * @param method name of the method
     * @param arguments its arguments
     */
    Call(Expression target, String method, List<Expression> arguments) {
      this.target = target;
      this.method = method;
      this.arguments = List.copyOf(arguments);
    }

    @Override
    public @Nullable Object evaluate(Scope scope) throws Unfit {
      Object on = target.evaluate(scope);
      if (on == null) {
        throw new Unfit(method);
      }
      PublicMethods.Found found = last;
      if (found == null || found.type() != on.getClass()) {
        found = find(on.getClass());
        last = found;
      }
      return found.call(on, arguments(arguments, scope));
    }

    private PublicMethods.Found find(Class<?> type) throws Unfit {
      PublicMethods.Found found = known.get(type);
      if (found == null) {
        found = PublicMethods.find(type, method, arguments.size());
        known.put(type, found);
      }
      return found;
    }
  }

  private static @Nullable Object[] arguments(List<Expression> expressions, Scope scope)
      throws Unfit {
    @Nullable Object[] values = new @Nullable Object[expressions.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = expressions.get(i).evaluate(scope);
    }
    return values;
  }
}

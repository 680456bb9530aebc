package org.mingzhang.web.template;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds public methods by name, as templates call them. */
final class PublicMethods {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.publicLookup();

  private PublicMethods() {}

  /**
   * The methods of one name and number of arguments.
   *
   * @param type class of the objects they are called on
   * @param variants one, or several that take different types
   */
  record Found(Class<?> type, List<Variant> variants) {
    /** Calls the only one that takes these arguments. */
    @Nullable Object call(Object on, @Nullable Object[] arguments) throws Unfit {
      Variant fitting = null;
      for (Variant variant : variants) {
        if (variant.takes(arguments)) {
          if (fitting != null) {
            throw new Unfit("two methods of " + type);
          }
          fitting = variant;
        }
      }
      if (fitting == null) {
        throw new Unfit("no method of " + type + " for such arguments");
      }
      return fitting.call(on, arguments);
    }
  }

  /**
   * A method.
   *
   * @param handle takes the object and an array of arguments
   * @param types of its arguments, primitive ones wrapped
   */
  record Variant(MethodHandle handle, List<Class<?>> types) {
    boolean takes(@Nullable Object[] arguments) {
      for (int i = 0; i < arguments.length; i++) {
        if (!types.get(i).isInstance(arguments[i])) {
          return false;
        }
      }
      return true;
    }

    @Nullable Object call(Object on, @Nullable Object[] arguments) {
      try {
        return (Object) handle.invokeExact(on, arguments);
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException("a call failed", e);
      }
    }
  }

  /** The public methods of a class with this name and number of arguments. */
  static Found find(Class<?> type, String name, int arguments) throws Unfit {
    List<Variant> variants = new ArrayList<>();
    for (Method method : type.getMethods()) {
      if (method.getName().equals(name)
          && !method.isBridge()
          && !Modifier.isStatic(method.getModifiers())
          && method.getParameterCount() == arguments) {
        Optional<Method> open = accessible(type, method);
        if (open.isEmpty() || method.isVarArgs()) {
          throw new Unfit(name);
        }
        variants.add(variant(open.get()));
      }
    }
    if (variants.isEmpty()) {
      throw new Unfit(name + " of " + type);
    }
    return new Found(type, List.copyOf(variants));
  }

  /** The method where it is declared in a public type: that of a list, not of its hidden class. */
  private static Optional<Method> accessible(Class<?> type, Method method) {
    if (Modifier.isPublic(type.getModifiers())) {
      try {
        return Optional.of(type.getMethod(method.getName(), method.getParameterTypes()))
            .filter(m -> Modifier.isPublic(m.getDeclaringClass().getModifiers()));
      } catch (NoSuchMethodException e) {
        return Optional.empty();
      }
    }
    for (Class<?> above : type.getInterfaces()) {
      Optional<Method> there = declared(above, method);
      if (there.isPresent()) {
        return there;
      }
    }
    Class<?> parent = type.getSuperclass();
    return parent == null ? Optional.empty() : accessible(parent, method);
  }

  private static Optional<Method> declared(Class<?> type, Method method) {
    return Modifier.isPublic(type.getModifiers())
        ? Arrays.stream(type.getMethods())
            .filter(m -> m.getName().equals(method.getName()))
            .filter(m -> Arrays.equals(m.getParameterTypes(), method.getParameterTypes()))
            .findFirst()
        : Optional.empty();
  }

  private static Variant variant(Method method) {
    try {
      MethodHandle plain = LOOKUP.unreflect(method);
      int arguments = method.getParameterCount();
      MethodHandle spread =
          plain
              .asType(MethodType.genericMethodType(arguments + 1))
              .asSpreader(Object[].class, arguments);
      List<Class<?>> wrapped =
          MethodType.methodType(void.class, method.getParameterTypes()).wrap().parameterList();
      return new Variant(spread, wrapped);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(method + " is public", e);
    }
  }
}

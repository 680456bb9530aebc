package org.mingzhang.web.render;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.render.TemplateExpression.UnsupportedExpressionException;

/**
 * Calls public methods by name through method handles, which are looked up once for each class.
 * Thread-safe.
 */
final class PublicMethodInvoker {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.publicLookup();

  /** Looked-up methods. The size is bounded by the number of methods that templates call. */
  private final Map<CallSignature, Optional<MethodWithTypes>> handles = new ConcurrentHashMap<>();

  /**
   * The key of a looked-up method: the type of the receiver, the name and the number of arguments.
   */
  private record CallSignature(Class<?> type, String name, int argumentCount) {}

  /**
   * A method that was looked up, with the types of its parameters.
   *
   * @param handle takes the object and an array of arguments
   * @param types types of its parameters, with wrapper types for primitive ones
   */
  private record MethodWithTypes(MethodHandle handle, List<Class<?>> types) {}

  /**
   * Calls the only public instance method with this name and number of arguments, and returns its
   * result, null for a method without one.
   *
   * @throws UnsupportedExpressionException if there is none or more than one, it has varargs, or an
   *     argument is null or not of the type of its parameter
   */
  @Nullable Object call(Object receiver, String name, @Nullable Object[] arguments)
      throws UnsupportedExpressionException {
    MethodWithTypes found =
        handles
            .computeIfAbsent(
                new CallSignature(receiver.getClass(), name, arguments.length),
                PublicMethodInvoker::find)
            .orElseThrow(UnsupportedExpressionException::new);
    for (int i = 0; i < arguments.length; i++) {
      if (!found.types().get(i).isInstance(arguments[i])) {
        throw new UnsupportedExpressionException();
      }
    }
    try {
      return (Object) found.handle().invokeExact(receiver, arguments);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(name + " failed", e);
    }
  }

  private static Optional<MethodWithTypes> find(CallSignature callSignature) {
    Method only = null;
    for (Method method : callSignature.type().getMethods()) {
      if (method.getName().equals(callSignature.name())
          && !method.isBridge()
          && !Modifier.isStatic(method.getModifiers())
          && method.getParameterCount() == callSignature.argumentCount()) {
        if (only != null || method.isVarArgs()) {
          return Optional.empty();
        }
        only = method;
      }
    }
    return only == null
        ? Optional.empty()
        : findAccessible(callSignature.type(), only).map(PublicMethodInvoker::createHandle);
  }

  /**
   * The method as declared in a public type, for example in {@code List} rather than in a private
   * list class; empty if no public type declares it.
   */
  private static Optional<Method> findAccessible(Class<?> type, Method method) {
    if (Modifier.isPublic(type.getModifiers())) {
      try {
        return Optional.of(type.getMethod(method.getName(), method.getParameterTypes()))
            .filter(m -> Modifier.isPublic(m.getDeclaringClass().getModifiers()));
      } catch (NoSuchMethodException e) {
        return Optional.empty();
      }
    }
    for (Class<?> above : type.getInterfaces()) {
      Optional<Method> there = findDeclared(above, method);
      if (there.isPresent()) {
        return there;
      }
    }
    Class<?> parent = type.getSuperclass();
    return parent == null ? Optional.empty() : findAccessible(parent, method);
  }

  private static Optional<Method> findDeclared(Class<?> type, Method method) {
    return Modifier.isPublic(type.getModifiers())
        ? Arrays.stream(type.getMethods())
            .filter(m -> m.getName().equals(method.getName()))
            .filter(m -> Arrays.equals(m.getParameterTypes(), method.getParameterTypes()))
            .findFirst()
        : Optional.empty();
  }

  private static MethodWithTypes createHandle(Method method) {
    try {
      MethodHandle plain = LOOKUP.unreflect(method);
      int argumentCount = method.getParameterCount();
      MethodHandle spread =
          plain
              .asType(MethodType.genericMethodType(argumentCount + 1))
              .asSpreader(Object[].class, argumentCount);
      List<Class<?>> wrapped =
          MethodType.methodType(void.class, method.getParameterTypes()).wrap().parameterList();
      return new MethodWithTypes(spread, wrapped);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(method + " is public", e);
    }
  }
}

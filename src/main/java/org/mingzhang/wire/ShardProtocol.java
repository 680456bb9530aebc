package org.mingzhang.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mingzhang.schema.IndexSchema;
import org.mingzhang.search.ShardPort;

/**
 * Remote calls of the methods of {@link ShardPort}: arguments and results as bytes.
 *
 * <p>The client calls the methods of a {@link #createStub stub}; the server passes the bytes that
 * it receives to {@link #dispatch}. Both must have the same {@link #VERSION}, which is derived from
 * the index schema and from all types that are sent. Thread-safe.
 */
public final class ShardProtocol {
  private static final Map<String, Method> REMOTE_METHODS = remoteMethods();

  /** Version of the index schema, and a hash of all methods and types. */
  public static final String VERSION = IndexSchema.VERSION + "-" + hashOfTypes();

  private ShardProtocol() {}

  private static Map<String, Method> remoteMethods() {
    Map<String, Method> methods = new TreeMap<>();
    for (Method method : ShardPort.class.getMethods()) {
      if (!method.getName().equals("findCorruption")
          && methods.put(method.getName(), method) != null) {
        throw new IllegalStateException("ShardPort has overloads of " + method.getName());
      }
    }
    return methods;
  }

  private static String hashOfTypes() {
    Set<String> lines = new LinkedHashSet<>();
    for (Method method : REMOTE_METHODS.values()) {
      lines.add(method.getName());
      for (Type type : method.getGenericParameterTypes()) {
        addDescription(type, lines);
      }
      addDescription(method.getGenericReturnType(), lines);
    }
    return Integer.toHexString(String.join("\n", lines).hashCode());
  }

  private static void addDescription(Type type, Set<String> lines) {
    if (type instanceof ParameterizedType generic) {
      lines.add(type.getTypeName());
      for (Type argument : generic.getActualTypeArguments()) {
        addDescription(argument, lines);
      }
    } else if (type instanceof Class<?> plain && lines.add(plain.getName())) {
      if (plain.isEnum()) {
        lines.add(Arrays.toString(plain.getEnumConstants()));
      }
      if (plain.isRecord()) {
        for (RecordComponent component : plain.getRecordComponents()) {
          lines.add(plain.getName() + "." + component.getName());
          addDescription(component.getGenericType(), lines);
        }
      }
    }
  }

  /** Sends an encoded call to a shard and returns its encoded result. */
  @FunctionalInterface
  public interface Transport {
    /**
     * Sends a call.
     *
     * @param methodName name of the method
     * @param arguments arguments of the method
     * @param encodedArguments the arguments as bytes
     * @return the encoded result
     * @throws IOException if the shard cannot be reached or does not answer
     */
    byte[] send(String methodName, List<?> arguments, byte[] encodedArguments) throws IOException;
  }

  /**
   * A port that sends its calls to a remote shard, except {@code findCorruption}, which always
   * returns null, and {@code hasSecondaryEditions}.
   *
   * @param state state of the shard, from which {@code hasSecondaryEditions} is answered
   * @param transport sends the calls
   */
  public static ShardPort createStub(ShardState state, Transport transport) {
    return (ShardPort)
        Proxy.newProxyInstance(
            ShardPort.class.getClassLoader(),
            new Class<?>[] {ShardPort.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "equals" -> isSameStub(proxy, Objects.requireNonNull(arguments)[0]);
                  case "hashCode" -> System.identityHashCode(proxy);
                  case "toString" -> "shard in state " + state.id();
                  case "hasSecondaryEditions" -> state.hasCopies();
                  case "findCorruption" -> null;
                  default ->
                      WireFormat.decode(
                          method.getGenericReturnType(), send(transport, method, arguments));
                });
  }

  @SuppressWarnings("ReferenceEquality") // a stub is equal to itself alone
  private static boolean isSameStub(Object stub, @Nullable Object other) {
    return stub == other;
  }

  private static byte[] send(
      Transport transport, Method method, @Nullable Object @Nullable [] arguments)
      throws IOException {
    List<?> with = arguments == null ? List.of() : Arrays.asList(arguments);
    return transport.send(method.getName(), with, encode(method, arguments));
  }

  private static byte[] encode(Method method, @Nullable Object @Nullable [] arguments)
      throws IOException {
    Type[] types = method.getGenericParameterTypes();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = WireFormat.FACTORY.createGenerator(bytes)) {
      out.writeStartArray(null, types.length);
      for (int i = 0; arguments != null && i < types.length; i++) {
        WireFormat.write(out, types[i], arguments[i]);
      }
      out.writeEndArray();
    }
    return bytes.toByteArray();
  }

  /**
   * Executes a call that a stub sent. Runtime exceptions of the port are rethrown.
   *
   * @param methodName name of the method
   * @param encodedArguments the arguments as bytes
   * @return the result as bytes
   * @throws IllegalArgumentException if there is no such method or the arguments are malformed
   * @throws IOException if the shard cannot be read
   */
  public static byte[] dispatch(ShardPort port, String methodName, byte[] encodedArguments)
      throws IOException {
    Method method = REMOTE_METHODS.get(methodName);
    if (method == null) {
      throw new IllegalArgumentException("no method is named " + methodName);
    }
    Type[] types = method.getGenericParameterTypes();
    @Nullable Object[] arguments = new @Nullable Object[types.length];
    try (JsonParser in = WireFormat.FACTORY.createParser(encodedArguments)) {
      in.nextToken();
      for (int i = 0; i < types.length; i++) {
        in.nextToken();
        arguments[i] =
            Objects.requireNonNull(WireFormat.read(in, types[i]), "an argument is missing");
      }
    } catch (IOException | RuntimeException malformed) {
      throw new IllegalArgumentException(
          "malformed arguments of " + methodName + ": " + malformed, malformed);
    }
    return WireFormat.encode(method.getGenericReturnType(), invoke(port, method, arguments));
  }

  /** Encodes the state of one shard. */
  public static byte[] encode(ShardState state) throws IOException {
    return WireFormat.encode(ShardState.class, state);
  }

  /**
   * Decodes the state of one shard.
   *
   * @throws IOException if the bytes are not a state
   */
  public static ShardState decodeState(byte[] bytes) throws IOException {
    return (ShardState) Objects.requireNonNull(WireFormat.decode(ShardState.class, bytes));
  }

  /** Encodes the states of all shards of an index. */
  public static byte[] encode(ShardStates states) throws IOException {
    return WireFormat.encode(ShardStates.class, states);
  }

  /**
   * Decodes the states of all shards of an index.
   *
   * @throws IOException if the bytes are malformed
   */
  public static ShardStates decodeStates(byte[] bytes) throws IOException {
    return (ShardStates) Objects.requireNonNull(WireFormat.decode(ShardStates.class, bytes));
  }

  private static @Nullable Object invoke(
      ShardPort port, Method method, @Nullable Object[] arguments) throws IOException {
    try {
      return method.invoke(port, arguments);
    } catch (InvocationTargetException e) {
      switch (e.getCause()) {
        case IOException unreadable -> throw unreadable;
        case RuntimeException fault -> throw fault;
        case Error fault -> throw fault;
        case null, default -> throw new IllegalStateException(e);
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}

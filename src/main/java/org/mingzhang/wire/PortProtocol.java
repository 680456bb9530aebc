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
 * The questions of a {@link ShardPort} and their answers as bytes.
 *
 * <p>Whoever asks has a {@link #stub}; whoever answers hands the bytes to {@link #answer}. The two
 * must be of one {@link #VERSION}, which is made of the index's schema and of all types that are
 * sent. Safe on many threads.
 */
public final class PortProtocol {
  private static final Map<String, Method> METHODS = methods();

  /** Which questions, answers and fields of the index these are. */
  public static final String VERSION = IndexSchema.VERSION + "-" + structure();

  private PortProtocol() {}

  private static Map<String, Method> methods() {
    Map<String, Method> methods = new TreeMap<>();
    for (Method method : ShardPort.class.getMethods()) {
      if (!method.getName().equals("fault") && methods.put(method.getName(), method) != null) {
        throw new IllegalStateException("two questions " + method.getName());
      }
    }
    return methods;
  }

  private static String structure() {
    Set<String> lines = new LinkedHashSet<>();
    for (Method method : METHODS.values()) {
      lines.add(method.getName());
      for (Type type : method.getGenericParameterTypes()) {
        describe(type, lines);
      }
      describe(method.getGenericReturnType(), lines);
    }
    return Integer.toHexString(String.join("\n", lines).hashCode());
  }

  private static void describe(Type type, Set<String> lines) {
    if (type instanceof ParameterizedType generic) {
      lines.add(type.getTypeName());
      for (Type argument : generic.getActualTypeArguments()) {
        describe(argument, lines);
      }
    } else if (type instanceof Class<?> plain && lines.add(plain.getName())) {
      if (plain.isEnum()) {
        lines.add(Arrays.toString(plain.getEnumConstants()));
      }
      if (plain.isRecord()) {
        for (RecordComponent component : plain.getRecordComponents()) {
          lines.add(plain.getName() + "." + component.getName());
          describe(component.getGenericType(), lines);
        }
      }
    }
  }

  /** Carries a question to a shard and its answer back. */
  @FunctionalInterface
  public interface Carrier {
    /**
     * The answer to a question.
     *
     * @param arguments what is asked with
     * @param question the same as bytes
     */
    byte[] ask(String name, List<?> arguments, byte[] question) throws IOException;
  }

  /**
   * A port whose questions are carried to somebody else.
   *
   * @param state what is known of the shard without asking
   */
  public static ShardPort stub(ShardState state, Carrier carrier) {
    return (ShardPort)
        Proxy.newProxyInstance(
            ShardPort.class.getClassLoader(),
            new Class<?>[] {ShardPort.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "equals" -> same(proxy, Objects.requireNonNull(arguments)[0]);
                  case "hashCode" -> System.identityHashCode(proxy);
                  case "toString" -> "shard in state " + state.id();
                  case "hasCopies" -> state.copies();
                  case "fault" -> null;
                  default ->
                      WireFormat.decode(
                          method.getGenericReturnType(), carry(carrier, method, arguments));
                });
  }

  @SuppressWarnings("ReferenceEquality") // a stub is equal to itself alone
  private static boolean same(Object stub, @Nullable Object other) {
    return stub == other;
  }

  private static byte[] carry(
      Carrier carrier, Method method, @Nullable Object @Nullable [] arguments) throws IOException {
    List<?> with = arguments == null ? List.of() : Arrays.asList(arguments);
    return carrier.ask(method.getName(), with, question(method, arguments));
  }

  private static byte[] question(Method method, @Nullable Object @Nullable [] arguments)
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
   * Asks a port.
   *
   * @param name of the question
   * @param question as a stub made it
   * @return the answer for the stub
   * @throws IllegalArgumentException where it is no question
   * @throws IOException where the shard cannot be read
   */
  public static byte[] answer(ShardPort port, String name, byte[] question) throws IOException {
    Method method = METHODS.get(name);
    if (method == null) {
      throw new IllegalArgumentException("no question is named " + name);
    }
    Type[] types = method.getGenericParameterTypes();
    @Nullable Object[] arguments = new @Nullable Object[types.length];
    try (JsonParser in = WireFormat.FACTORY.createParser(question)) {
      in.nextToken();
      for (int i = 0; i < types.length; i++) {
        in.nextToken();
        arguments[i] =
            Objects.requireNonNull(WireFormat.read(in, types[i]), "an argument is missing");
      }
    } catch (IOException | RuntimeException malformed) {
      throw new IllegalArgumentException("not a question " + name + ": " + malformed, malformed);
    }
    return WireFormat.encode(method.getGenericReturnType(), invoke(port, method, arguments));
  }

  /** The state of one shard as bytes. */
  public static byte[] encode(ShardState state) throws IOException {
    return WireFormat.encode(ShardState.class, state);
  }

  /** The state that was encoded so. */
  public static ShardState state(byte[] bytes) throws IOException {
    return (ShardState) Objects.requireNonNull(WireFormat.decode(ShardState.class, bytes));
  }

  /** The states of all shards of an index as bytes. */
  public static byte[] encode(ShardStates states) throws IOException {
    return WireFormat.encode(ShardStates.class, states);
  }

  /** The states that were encoded so. */
  public static ShardStates states(byte[] bytes) throws IOException {
    return (ShardStates) Objects.requireNonNull(WireFormat.decode(ShardStates.class, bytes));
  }

  private static @Nullable Object invoke(ShardPort port, Method method, @Nullable Object[] with)
      throws IOException {
    try {
      return method.invoke(port, with);
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

package org.mingzhang.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Encoding of a Java record as an array of its components in declaration order. */
final class JavaRecordFormat {
  private static final ClassValue<JavaRecordFormat> FORMATS_BY_TYPE =
      new ClassValue<>() {
        @Override
        protected JavaRecordFormat computeValue(Class<?> type) {
          return new JavaRecordFormat(type);
        }
      };

  private final RecordComponent[] components;
  private final Constructor<?> constructor;

  private JavaRecordFormat(Class<?> type) {
    components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      constructor = type.getDeclaredConstructor(types);
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException("cannot be sent: " + type, e);
    }
  }

  /** The format of a record class, derived by reflection once and then cached. */
  static JavaRecordFormat of(Class<?> type) {
    return FORMATS_BY_TYPE.get(type);
  }

  void write(JsonGenerator out, Object instance) throws IOException {
    out.writeStartArray(instance, components.length);
    for (RecordComponent component : components) {
      WireFormat.write(out, component.getGenericType(), componentValue(component, instance));
    }
    out.writeEndArray();
  }

  private static @Nullable Object componentValue(RecordComponent component, Object instance) {
    try {
      return component.getAccessor().invoke(instance);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalArgumentException("cannot be sent: " + component, e);
    }
  }

  /**
   * Reads the record that begins at the current token.
   *
   * @throws IOException if a component that is not nullable is null, if there are more values than
   *     components, or if the constructor rejects the values
   * @throws IllegalArgumentException if the constructor cannot be called or a component has a type
   *     that cannot be received
   */
  Object read(JsonParser in) throws IOException {
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < values.length; i++) {
      in.nextToken();
      values[i] = WireFormat.read(in, components[i].getGenericType());
      if (values[i] == null
          && !components[i].getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        throw new IOException(components[i] + " is missing");
      }
    }
    if (in.nextToken() != JsonToken.END_ARRAY) {
      throw new IOException(constructor.getDeclaringClass() + " has more than its components");
    }
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IOException("no " + constructor.getDeclaringClass() + ": " + e.getCause(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("cannot be received: " + constructor, e);
    }
  }
}

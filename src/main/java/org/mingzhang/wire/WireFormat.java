package org.mingzhang.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingzhang.search.OrdinalCounts;

/**
 * Encoding of values as CBOR (RFC 8949) by their declared types: records as arrays of their
 * components, enums as ordinals, lists, sets and maps as arrays. Names and classes are not written,
 * so both sides must have the same types, which {@link ShardProtocol#VERSION} ensures. Decoding
 * creates objects of the declared types alone, whatever the bytes. Thread-safe.
 */
final class WireFormat {
  static final CBORFactory FACTORY = new CBORFactory();

  private WireFormat() {}

  /**
   * Encodes a value of a declared type; null is encoded as well.
   *
   * @throws IllegalArgumentException if the value or a part of it has a type that cannot be sent
   */
  static byte[] encode(Type type, @Nullable Object value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
      write(out, type, value);
    }
    return bytes.toByteArray();
  }

  /**
   * Decodes a value of a type; null if null was encoded.
   *
   * @throws IOException if the bytes are not a value of the type
   */
  static @Nullable Object decode(Type type, byte[] bytes) throws IOException {
    try (JsonParser in = FACTORY.createParser(bytes)) {
      in.nextToken();
      return read(in, type);
    } catch (RuntimeException malformed) {
      throw new IOException("not a value of " + type.getTypeName() + ": " + malformed, malformed);
    }
  }

  @SuppressWarnings("EnumOrdinal") // both sides have the same constants, see ShardProtocol#VERSION
  static void write(JsonGenerator out, Type type, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> out.writeNull();
      case String text -> out.writeString(text);
      case Integer number -> out.writeNumber(number);
      case Long number -> out.writeNumber(number);
      case Double number -> out.writeNumber(number);
      case Float number -> out.writeNumber(number);
      case Boolean truth -> out.writeBoolean(truth);
      case BigDecimal number -> out.writeString(number.toString());
      case Enum<?> constant -> out.writeNumber(constant.ordinal());
      case byte[] bytes -> out.writeBinary(bytes);
      case int[] numbers -> out.writeArray(numbers, 0, numbers.length);
      case OrdinalCounts counts -> CountsFormat.write(out, counts);
      case Map<?, ?> map -> writeMap(out, type, map);
      case Collection<?> elements -> writeAll(out, typeArgument(type, 0), elements);
      case Record fields -> JavaRecordFormat.of(fields.getClass()).write(out, fields);
      default -> throw new IllegalArgumentException("cannot be sent: " + value.getClass());
    }
  }

  private static void writeAll(JsonGenerator out, Type type, Collection<?> elements)
      throws IOException {
    out.writeStartArray(elements, elements.size());
    for (Object element : elements) {
      write(out, type, element);
    }
    out.writeEndArray();
  }

  private static void writeMap(JsonGenerator out, Type type, Map<?, ?> map) throws IOException {
    out.writeStartArray(map, 2 * map.size());
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      write(out, typeArgument(type, 0), entry.getKey());
      write(out, typeArgument(type, 1), entry.getValue());
    }
    out.writeEndArray();
  }

  /**
   * Reads the value that begins at the current token; null for an encoded null. Afterwards, the
   * current token is the last one of the value.
   *
   * @throws IllegalArgumentException if values of the type cannot be received
   * @throws RuntimeException of other types if the value is malformed
   */
  static @Nullable Object read(JsonParser in, Type type) throws IOException {
    if (in.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    if (type instanceof ParameterizedType generic) {
      return readGeneric(in, generic);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      return JavaRecordFormat.of(plain).read(in);
    }
    if (plain.isEnum()) {
      return plain.getEnumConstants()[in.getIntValue()];
    }
    return switch (plain.getName()) {
      case "java.lang.String" -> in.getText();
      case "int", "java.lang.Integer" -> in.getIntValue();
      case "long", "java.lang.Long" -> in.getLongValue();
      case "double", "java.lang.Double" -> in.getDoubleValue();
      case "float", "java.lang.Float" -> in.getFloatValue();
      case "boolean", "java.lang.Boolean" -> in.getBooleanValue();
      case "java.math.BigDecimal" -> new BigDecimal(in.getText());
      case "[B" -> in.getBinaryValue();
      case "[I" -> CountsFormat.readNumbers(in);
      case "org.mingzhang.search.OrdinalCounts" -> CountsFormat.read(in);
      default -> throw new IllegalArgumentException("cannot be received: " + plain);
    };
  }

  private static Object readGeneric(JsonParser in, ParameterizedType type) throws IOException {
    Class<?> raw = (Class<?>) type.getRawType();
    if (raw == Map.class) {
      Map<Object, Object> map = new LinkedHashMap<>();
      while (in.nextToken() != JsonToken.END_ARRAY) {
        Object key = read(in, typeArgument(type, 0));
        in.nextToken();
        map.put(key, read(in, typeArgument(type, 1)));
      }
      return map;
    }
    List<Object> elements = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      elements.add(read(in, typeArgument(type, 0)));
    }
    if (raw == Set.class) {
      return new LinkedHashSet<>(elements);
    }
    if (raw == List.class) {
      return elements;
    }
    throw new IllegalArgumentException("cannot be received: " + type);
  }

  private static Type typeArgument(Type type, int index) {
    if (type instanceof ParameterizedType generic) {
      return generic.getActualTypeArguments()[index];
    }
    throw new IllegalArgumentException("cannot be sent: " + type);
  }
}

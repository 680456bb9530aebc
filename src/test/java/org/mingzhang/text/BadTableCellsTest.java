package org.mingzhang.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.util.Throwables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks that the loaders of data tables reject bad cells instead of taking them for another value.
 */
class BadTableCellsTest {
  static Stream<BadCell> cells() {
    return TsvResource.parseRows(BadTableCellsTest.class, "bad-cells.tsv", 5, BadCell::parse)
        .stream();
  }

  @ParameterizedTest
  @MethodSource("cells")
  void a_bad_cell_is_an_error_that_names_it(BadCell bad) throws IOException {
    List<String> lines = bad.readLines();
    assertThat(catchThrowable(() -> bad.load(lines))).as("with the table as it is").isNull();

    String row = bad.putInto(lines);
    Throwable error = catchThrowable(() -> bad.load(lines));

    assertThat(error).as("with the bad cell").isNotNull();
    assertThat(Stream.iterate(error, Objects::nonNull, Throwable::getCause))
        .as(() -> Throwables.getStackTrace(error))
        .anySatisfy(
            e ->
                assertThat(e)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(bad.file())
                    .hasMessageContaining(row));
  }

  /** A cell of the last row of a table, and the word that its loader must reject there. */
  record BadCell(String loader, @Nullable String argument, String table, int column, String word) {
    static BadCell parse(List<String> cells) {
      return new BadCell(
          "org.mingzhang." + cells.get(0),
          cells.get(1).isEmpty() ? null : cells.get(1),
          "org/mingzhang/" + cells.get(2),
          Integer.parseInt(cells.get(3)),
          cells.get(4));
    }

    String file() {
      return table.substring(table.lastIndexOf('/') + 1);
    }

    List<String> readLines() throws IOException {
      try (InputStream in =
          Objects.requireNonNull(getClass().getResourceAsStream("/" + table), table)) {
        return new ArrayList<>(
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
      }
    }

    /** Puts the word into the last line and returns that line. */
    String putInto(List<String> lines) {
      List<String> cells = new ArrayList<>(List.of(lines.getLast().split("\t", -1)));
      if (column == 0) {
        cells.add(word);
      } else {
        cells.set(column - 1, word);
      }
      lines.set(lines.size() - 1, String.join("\t", cells));
      return lines.getLast();
    }

    /** Loads and initializes the loader with these lines in place of the table. */
    void load(List<String> lines) throws ReflectiveOperationException {
      Class<?> loaded = Class.forName(loader, true, new TableLoader(table, lines));
      if (argument != null) {
        Constructor<?> constructor = loaded.getConstructor(String.class);
        constructor.newInstance(argument);
      }
    }
  }

  /** Loads the classes of the program anew, with other lines for one table. */
  private static final class TableLoader extends ClassLoader {
    private final String table;
    private final String text;

    TableLoader(String table, List<String> lines) {
      super(TableLoader.class.getClassLoader());
      this.table = table;
      this.text = String.join("\n", lines);
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
      return name.equals(table)
          ? new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))
          : super.getResourceAsStream(name);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("org.mingzhang.")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? defineAnew(name) : loaded;
      }
    }

    private Class<?> defineAnew(String name) throws ClassNotFoundException {
      try (InputStream in =
          Objects.requireNonNull(getResourceAsStream(name.replace('.', '/') + ".class"), name)) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}

package org.mingzhang.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Known holes of shipped libraries, kept in a file of the project so that the build can look them
 * up without a network.
 *
 * @param asOf day on which the file was made; what became known later is not in it
 * @param holes the holes
 */
record Advisories(LocalDate asOf, List<Hole> holes) {
  private static final String DATE = "# as-of\t";

  /**
   * A range of versions of a library with a known hole.
   *
   * @param library group and artifact, parted by a colon
   * @param introduced first affected version; {@code 0} for the first there was
   * @param fixed first version without the hole; empty where there is none yet
   * @param id number of the advisory
   */
  record Hole(String library, String introduced, String fixed, String id) {
    boolean affects(Library shipped) {
      return shipped.name().equals(library)
          && OsvFile.compare(shipped.version(), introduced) >= 0
          && (fixed.isEmpty() || OsvFile.compare(shipped.version(), fixed) < 0);
    }
  }

  /** Copies the holes. */
  Advisories {
    holes = List.copyOf(holes);
  }

  /**
   * Reads a file of tab-separated rows.
   *
   * @throws IOException if a row has not four columns, or no row says when the file was made
   */
  static Advisories read(Path file) throws IOException {
    LocalDate asOf = null;
    List<Hole> holes = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      if (line.startsWith(DATE)) {
        asOf = LocalDate.parse(line.substring(DATE.length()).strip());
      } else if (!line.isBlank() && !line.startsWith("#")) {
        String[] cells = line.split("\t", -1);
        if (cells.length != 4) {
          throw new IOException(file + ": not four columns: " + line);
        }
        holes.add(new Hole(cells[0], cells[1], cells[2], cells[3]));
      }
    }
    if (asOf == null || holes.isEmpty()) {
      throw new IOException(file + " has no date or no rows");
    }
    return new Advisories(asOf, holes);
  }

  /** IDs of what is known of a library's version. */
  List<String> known(Library library) {
    return holes.stream().filter(h -> h.affects(library)).map(Hole::id).distinct().toList();
  }

  /** Writes the file, for {@link #read}. */
  void write(Path file) throws IOException {
    StringBuilder text = new StringBuilder(DATE).append(asOf).append('\n');
    for (Hole hole : holes) {
      text.append(String.join("\t", hole.library(), hole.introduced(), hole.fixed(), hole.id()))
          .append('\n');
    }
    Files.writeString(file, text);
  }
}

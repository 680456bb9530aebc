package org.mingzhang.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The vulnerabilities of a ZIP of OSV records, as osv.dev hands out one for each ecosystem. A
 * version is affected where a record lists it, or where it lies in a range; versions are compared
 * number by number, a qualifier counting as less than none.
 */
final class OsvFile {
  private final Map<String, List<JsonNode>> byLibrary = new HashMap<>();

  OsvFile(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (entry.getName().endsWith(".json")) {
          add(json.readTree(zip.getInputStream(entry).readAllBytes()));
        }
      }
    }
    if (byLibrary.isEmpty()) {
      throw new IOException(file + " holds no OSV records of Maven libraries");
    }
  }

  private void add(JsonNode entry) {
    if (entry.has("withdrawn")) {
      return;
    }
    for (JsonNode affected : entry.path("affected")) {
      if (affected.path("package").path("ecosystem").asText().equals("Maven")) {
        byLibrary
            .computeIfAbsent(affected.path("package").path("name").asText(), k -> new ArrayList<>())
            .add(
                new ObjectMapper()
                    .createObjectNode()
                    .put("id", entry.path("id").asText())
                    .set("affected", affected));
      }
    }
  }

  /** IDs of what is known of a library's version. */
  List<String> known(Library library) {
    return byLibrary.getOrDefault(library.name(), List.of()).stream()
        .filter(entry -> affects(entry.path("affected"), library.version()))
        .map(entry -> entry.path("id").asText())
        .distinct()
        .toList();
  }

  /** The ranges in which a library of any version has a hole; lists of versions are left out. */
  List<Advisories.Hole> holes(String library) {
    List<Advisories.Hole> holes = new ArrayList<>();
    for (JsonNode entry : byLibrary.getOrDefault(library, List.of())) {
      for (JsonNode range : entry.path("affected").path("ranges")) {
        String introduced = "0";
        boolean open = false;
        for (JsonNode event : range.path("events")) {
          if (event.has("introduced")) {
            introduced = event.path("introduced").asText();
            open = true;
          } else if (event.has("fixed")) {
            holes.add(hole(library, introduced, event.path("fixed").asText(), entry));
            open = false;
          }
        }
        if (open) {
          holes.add(hole(library, introduced, "", entry));
        }
      }
    }
    return holes;
  }

  private static Advisories.Hole hole(
      String library, String introduced, String fixed, JsonNode entry) {
    return new Advisories.Hole(library, introduced, fixed, entry.path("id").asText());
  }

  private static boolean affects(JsonNode affected, String version) {
    for (JsonNode listed : affected.path("versions")) {
      if (listed.asText().equals(version)) {
        return true;
      }
    }
    for (JsonNode range : affected.path("ranges")) {
      boolean inside = false;
      for (JsonNode event : range.path("events")) {
        if (event.has("introduced")) {
          inside |= compare(version, event.path("introduced").asText()) >= 0;
        } else if (event.has("fixed")) {
          inside &= compare(version, event.path("fixed").asText()) < 0;
        } else if (event.has("last_affected")) {
          inside &= compare(version, event.path("last_affected").asText()) <= 0;
        }
      }
      if (inside) {
        return true;
      }
    }
    return false;
  }

  /** Which of two versions is newer, as {@link java.util.Comparator} has it. */
  static int compare(String one, String other) {
    String[] ones = one.split("[.+-]");
    String[] others = other.split("[.+-]");
    for (int i = 0; i < Math.max(ones.length, others.length); i++) {
      int compared = part(ones, i) - part(others, i);
      if (compared != 0) {
        return compared;
      }
    }
    return 0;
  }

  private static int part(String[] parts, int i) {
    if (i >= parts.length || parts[i].equals("RELEASE") || parts[i].equals("Final")) {
      return 0;
    }
    return parts[i].matches("\\d{1,9}") ? Integer.parseInt(parts[i]) : -1;
  }
}

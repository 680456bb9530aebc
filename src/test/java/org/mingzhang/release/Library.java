package org.mingzhang.release;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A library of a bill of materials.
 *
 * @param name group and artifact, parted by a colon
 */
record Library(String name, String version) {
  private static final Pattern PURL =
      Pattern.compile("\"purl\"\\s*:\\s*\"pkg:maven/([^/\"]+)/([^@\"]+)@([^?\"]+)[^\"]*\"");

  /** The libraries of a CycloneDX document, each once. */
  static List<Library> of(String bom) {
    TreeSet<String> seen = new TreeSet<>();
    Matcher found = PURL.matcher(bom);
    while (found.find()) {
      seen.add(found.group(1) + ":" + found.group(2) + " " + found.group(3));
    }
    return seen.stream().map(s -> s.split(" ", 2)).map(p -> new Library(p[0], p[1])).toList();
  }

  /** As a package URL. */
  String purl() {
    return "pkg:maven/" + name.replace(':', '/') + "@" + version;
  }
}

package org.mingzhang.web.lookup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Finds regions that have documents by a typed name.
 *
 * @param paths their paths and the paths of their parent regions, joined with a slash, in order
 */
public record RegionLookup(List<String> paths) {
  /** The regions of the documents in one state of the index. */
  public static RegionLookup of(DocumentCatalog.Snapshot documents) {
    return documents.computeOnce(RegionLookup.class, RegionLookup::collect);
  }

  private static RegionLookup collect(DocumentCatalog.Snapshot documents) {
    TreeSet<String> paths = new TreeSet<>();
    for (String path : documents.groupByRegion().keySet()) {
      for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
        paths.add(path.substring(0, end));
      }
    }
    return new RegionLookup(List.copyOf(paths));
  }

  /** A path as a name, {@code 示例省样本市青石区}. */
  public static String joinNames(String path) {
    return path.replace("/", "");
  }

  /** The last two names of a path, joined; its only name if it has one. */
  public static String joinLastTwoNames(String path) {
    int last = path.lastIndexOf('/');
    int above = last < 0 ? -1 : path.lastIndexOf('/', last - 1);
    return joinNames(path.substring(above + 1));
  }

  /**
   * Finds a region by its full name. If there is none, finds one whose full name ends with the
   * text, or else one whose own name contains it; of several, one with the fewest parent regions.
   * White space and slashes in the text are ignored. Empty if nothing is found or the text is
   * blank.
   */
  public Optional<String> find(String typedName) {
    String wanted = typedName.replaceAll("[\\s/]+", "");
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    List<String> fitting = new ArrayList<>();
    paths.stream().filter(p -> joinNames(p).equals(wanted)).forEach(fitting::add);
    findByLevel(p -> joinNames(p).endsWith(wanted)).forEach(fitting::add);
    findByLevel(p -> joinNames(p.substring(p.lastIndexOf('/') + 1)).contains(wanted))
        .forEach(fitting::add);
    return fitting.stream().findFirst();
  }

  /**
   * The paths of the regions that a typed text may mean: the path itself, else the paths that end
   * with the typed names, with or without slashes, else the regions whose own name begins with the
   * text; empty if there are none.
   */
  public List<String> findAll(String typedName) {
    String wanted = typedName.replaceAll("[\\s/]+", "");
    if (paths.contains(typedName) || wanted.isEmpty()) {
      return paths.contains(typedName) ? List.of(typedName) : List.of();
    }
    List<String> named = paths.stream().filter(p -> lastNames(p).contains(wanted)).toList();
    return named.isEmpty()
        ? paths.stream()
            .filter(p -> p.substring(p.lastIndexOf('/') + 1).startsWith(wanted))
            .toList()
        : named;
  }

  /** The names at the end of a path, joined: its last name, its last two names, and so on. */
  private static List<String> lastNames(String path) {
    List<String> names = new ArrayList<>();
    for (int at = path.lastIndexOf('/'); at >= 0; at = path.lastIndexOf('/', at - 1)) {
      names.add(joinNames(path.substring(at + 1)));
    }
    names.add(joinNames(path));
    return names;
  }

  private List<String> findByLevel(Predicate<String> fits) {
    return paths.stream()
        .filter(fits)
        .sorted(Comparator.comparingLong((String p) -> p.chars().filter(c -> c == '/').count()))
        .toList();
  }
}

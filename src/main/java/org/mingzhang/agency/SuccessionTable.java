package org.mingzhang.agency;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.mingzhang.text.TsvResource;

/**
 * The table of renamed and merged public bodies. A body counts as the successor of another only if
 * it is in this table, never because of a similar name. Immutable.
 *
 * @param all the successions, in the order of {@code successions.tsv}
 */
public record SuccessionTable(List<Succession> all) {
  private static final int COLUMNS = 6;
  private static final String MERGER = "merged";
  private static final SuccessionTable STANDARD = read();

  /** Makes an immutable copy of the list. */
  public SuccessionTable {
    all = List.copyOf(all);
  }

  /** The successions shipped with the program. */
  public static SuccessionTable standard() {
    return STANDARD;
  }

  /**
   * Finds the successions in a region that have a given successor; empty if there are none.
   *
   * @param region path of the region
   * @param successor name without places
   */
  public List<Succession> findBySuccessor(List<String> region, String successor) {
    return applicableIn(region).filter(s -> s.successor().equals(successor)).toList();
  }

  /**
   * Finds the successions in a region that have a given former body; empty if there are none.
   *
   * @param region path of the region
   * @param former name without places
   */
  public List<Succession> findByFormerBody(List<String> region, String former) {
    return applicableIn(region).filter(s -> s.former().equals(former)).toList();
  }

  private Stream<Succession> applicableIn(List<String> region) {
    return all.stream().filter(s -> s.appliesTo(region));
  }

  private static SuccessionTable read() {
    return new SuccessionTable(
        TsvResource.parseRows(
            SuccessionTable.class, "successions.tsv", COLUMNS, SuccessionTable::parse));
  }

  private static Succession parse(List<String> cells) {
    return new Succession(
        cells.get(0).equals("*") ? List.of() : Arrays.asList(cells.get(0).split("/", -1)),
        cells.get(1),
        cells.get(2),
        TsvResource.requireKeyword(cells.get(3), "renamed", MERGER).equals(MERGER),
        Integer.parseInt(cells.get(4)),
        cells.get(5));
  }
}

package org.mingzhang.agency;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.mingzhang.text.TsvResource;

/**
 * Renamed and merged bodies. Bodies are joined by this table alone, never because their names are
 * alike. Immutable.
 *
 * @param all the successions, as {@code successions.tsv} has them
 */
public record Successions(List<Succession> all) {
  private static final int COLUMNS = 6;
  private static final Successions STANDARD = read();

  /** Copies the list. */
  public Successions {
    all = List.copyOf(all);
  }

  /** The successions shipped with the program. */
  public static Successions standard() {
    return STANDARD;
  }

  /** The bodies whose duties a body took over. */
  public List<Succession> before(List<String> region, String successor) {
    return in(region).filter(s -> s.successor().equals(successor)).toList();
  }

  /** The bodies that took over a body's duties. */
  public List<Succession> after(List<String> region, String former) {
    return in(region).filter(s -> s.former().equals(former)).toList();
  }

  private Stream<Succession> in(List<String> region) {
    return all.stream().filter(s -> s.in(region));
  }

  private static Successions read() {
    return new Successions(
        TsvResource.rows(Successions.class, "successions.tsv", COLUMNS).stream()
            .map(Successions::succession)
            .toList());
  }

  private static Succession succession(List<String> cells) {
    return new Succession(
        cells.get(0).equals("*") ? List.of() : Arrays.asList(cells.get(0).split("/", -1)),
        cells.get(1),
        cells.get(2),
        cells.get(3).equals("merged"),
        Integer.parseInt(cells.get(4)),
        cells.get(5));
  }
}

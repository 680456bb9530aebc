package org.mingzhang.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Scope;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.SearchAddress;
import org.mingzhang.web.source.SearchPort;

/**
 * All documents there are, read from the index again whenever that has changed. Safe on many
 * threads.
 */
public final class Catalogue {
  /**
   * The documents at one moment.
   *
   * @param generation the index they were read from
   * @param documents all of them, ordered by region, agency and year
   */
  public record Snapshot(long generation, List<Hit> documents) {
    /** Fiscal years there are, newest first. */
    public List<Integer> years() {
      TreeSet<Integer> years = new TreeSet<>(java.util.Comparator.reverseOrder());
      documents.stream().map(Hit::year).filter(java.util.Objects::nonNull).forEach(years::add);
      return List.copyOf(years);
    }

    /** Documents by region path, joined with a slash; those without region under an empty one. */
    public Map<String, List<Hit>> byRegion() {
      Map<String, List<Hit>> regions = new TreeMap<>();
      for (Hit hit : documents) {
        regions.computeIfAbsent(String.join("/", hit.region()), k -> new ArrayList<>()).add(hit);
      }
      return regions;
    }
  }

  private final SearchPort search;
  private final AtomicReference<@Nullable Snapshot> latest = new AtomicReference<>();

  /** Reads from an index. */
  public Catalogue(SearchPort search) {
    this.search = search;
  }

  /** The documents as the index has them now. */
  public Snapshot now() {
    long generation = search.generation();
    Snapshot known = latest.get();
    if (known != null && known.generation() == generation) {
      return known;
    }
    Snapshot read = new Snapshot(generation, documents());
    latest.set(read);
    return read;
  }

  private List<Hit> documents() {
    List<Hit> all = new ArrayList<>();
    search.each(SearchAddress.of("", Scope.DOCUMENTS).withCopies(true).request(), all::add);
    all.sort(
        java.util.Comparator.comparing((Hit h) -> String.join("/", h.region()))
            .thenComparing(Catalogue::agency)
            .thenComparingInt(h -> h.year() == null ? 0 : -h.year()));
    return List.copyOf(all);
  }

  /** The agency of a document, or its title where that is not known. */
  public static String agency(Hit hit) {
    String agency = hit.agency();
    return agency == null ? hit.documentTitle() : agency;
  }
}

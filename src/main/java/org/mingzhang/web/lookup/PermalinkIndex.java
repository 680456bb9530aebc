package org.mingzhang.web.lookup;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.mingzhang.search.Hit;

/**
 * Positions of documents in a list, by document id and by the parts of the id, which are separated
 * by hyphens: codes of region and agency, year and category. Holds the ids and four bytes for each
 * of their parts, so that neither an unknown address nor a known one reads the list. Immutable.
 */
final class PermalinkIndex {
  /** The ids, sorted. */
  private final String[] ids;

  /** For each id, its position in the list of documents. */
  private final int[] positions;

  /** For each part, the ids that contain it, as ascending indices of {@link #ids}. */
  private final Map<String, int[]> idsByPart;

  private PermalinkIndex(String[] ids, int[] positions, Map<String, int[]> idsByPart) {
    this.ids = ids;
    this.positions = positions;
    this.idsByPart = idsByPart;
  }

  static PermalinkIndex build(List<Hit> documents) {
    String[] unsorted = documents.stream().map(Hit::documentId).toArray(String[]::new);
    int[] positions =
        IntStream.range(0, unsorted.length)
            .boxed()
            .sorted(Comparator.comparing(position -> unsorted[position]))
            .mapToInt(Integer::intValue)
            .toArray();
    String[] ids = Arrays.stream(positions).mapToObj(p -> unsorted[p]).toArray(String[]::new);
    Map<String, IntStream.Builder> byPart = new HashMap<>();
    for (int i = 0; i < ids.length; i++) {
      for (String part : partsOf(ids[i])) {
        byPart.computeIfAbsent(part, p -> IntStream.builder()).add(i);
      }
    }
    Map<String, int[]> idsByPart = HashMap.newHashMap(byPart.size());
    byPart.forEach((part, members) -> idsByPart.put(part, members.build().toArray()));
    return new PermalinkIndex(ids, positions, idsByPart);
  }

  private static Set<String> partsOf(String id) {
    return Set.copyOf(Arrays.asList(id.split("-")));
  }

  /** The position of the document with an id; empty if there is none. */
  OptionalInt find(String id) {
    int found = Arrays.binarySearch(ids, id);
    return found < 0 ? OptionalInt.empty() : OptionalInt.of(positions[found]);
  }

  /**
   * The positions of the documents whose ids have the most parts in common with an id, most first,
   * and by id among equals.
   *
   * @param minCommonParts minimum number of parts in common
   * @param limit maximum number of documents
   */
  int[] findSimilar(String id, int minCommonParts, int limit) {
    int[] commonParts = new int[ids.length];
    int most = 0;
    for (String part : partsOf(id)) {
      for (int member : idsByPart.getOrDefault(part, new int[0])) {
        most = Math.max(most, ++commonParts[member]);
      }
    }
    int[] similar = new int[limit];
    int found = 0;
    for (int parts = most; parts >= minCommonParts && found < limit; parts--) {
      for (int i = 0; i < ids.length && found < limit; i++) {
        if (commonParts[i] == parts) {
          similar[found++] = positions[i];
        }
      }
    }
    return Arrays.copyOf(similar, found);
  }
}

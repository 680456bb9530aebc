package org.mingzhang.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mingzhang.search.SearchResults.FacetValue;

class FacetValueTreeTest {
  @Test
  void random_paths_with_empty_names_count_what_stands_below_them() {
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      List<String> paths = new ArrayList<>(new TreeSet<>(randomPaths(random)));
      int[] counts = new int[paths.size() + 1];
      TreeMap<String, Long> expected = new TreeMap<>();
      for (int i = 0; i < paths.size(); i++) {
        counts[i + 1] = 1 + random.nextInt(5);
        String[] names = paths.get(i).split("/", -1);
        for (int depth = 1; depth <= names.length; depth++) {
          String above = String.join("/", Arrays.copyOf(names, depth));
          expected.merge(above, (long) counts[i + 1], Long::sum);
        }
      }
      TreeMap<String, Long> found = new TreeMap<>();
      collect(tree(paths, counts), found);
      assertThat(found).as(paths.toString()).isEqualTo(expected);
    }
  }

  private static List<FacetValue> tree(List<String> paths, int[] counts) {
    return FacetValueTree.build(paths)
        .values(
            counts,
            path -> false,
            (path, count, below) -> new FacetValue(path, path, count, false, false, below));
  }

  private static void collect(List<FacetValue> values, Map<String, Long> into) {
    for (FacetValue value : values) {
      assertThat(into.put(value.path(), value.count())).as(value.path()).isNull();
      collect(value.children(), into);
    }
  }

  private static List<String> randomPaths(Random random) {
    List<String> paths = new ArrayList<>();
    for (int i = random.nextInt(6); i >= 0; i--) {
      StringBuilder path = new StringBuilder();
      for (int c = random.nextInt(6); c >= 0; c--) {
        path.append("/ab".charAt(random.nextInt(3)));
      }
      paths.add(path.toString());
    }
    return paths;
  }
}

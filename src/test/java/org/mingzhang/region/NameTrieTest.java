package org.mingzhang.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NameTrieTest {
  private static String text(Random random, int longest) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(longest); i >= 0; i--) {
      text.append("甲乙丙".charAt(random.nextInt(3)));
    }
    return text.toString();
  }

  @Test
  void finds_the_names_that_a_scan_finds() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      Map<String, List<Division>> names = new TreeMap<>();
      for (int i = random.nextInt(12); i >= 0; i--) {
        String name = text(random, 5);
        Division bearer =
            new Division("110101", name, null, Division.Rank.COUNTY, List.of(), null, null);
        names.put(name, List.of(bearer));
      }
      NameTrie trie = new NameTrie(names);
      String text = text(random, 30);
      for (int from = 0; from <= text.length(); from++) {
        List<String> scanned = new ArrayList<>();
        for (int end = from + 1; end <= text.length(); end++) {
          if (names.containsKey(text.substring(from, end))) {
            scanned.add(text.substring(from, end));
          }
        }
        assertThat(trie.matchesAt(text, from))
            .as("seed %d, %s in %s from %d", seed, names.keySet(), text, from)
            .extracting(match -> match.divisions().getFirst().name())
            .isEqualTo(scanned);
      }
    }
  }
}

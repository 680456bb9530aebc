package org.mingzhang.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mingzhang.Seed;

class IndexedLocationTest {
  @Test
  void places_are_read_as_they_were_written() {
    long seed = Seed.next();
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      List<IndexedLocation> places = new ArrayList<>();
      for (int n = random.nextInt(5); n >= 0; n--) {
        int start = random.nextInt(100_000);
        places.add(
            new IndexedLocation(
                random.nextInt(4) == 0 ? "" : "qk-sgjf-" + random.nextInt(9),
                1 + random.nextInt(400),
                start,
                start + random.nextInt(20),
                random.nextBoolean()
                    ? null
                    : new FactLocation.Cell(
                        random.nextInt(99), random.nextInt(9999), random.nextInt(99))));
      }
      assertThat(IndexedLocation.decode(IndexedLocation.encode(places)))
          .as("seed " + seed)
          .isEqualTo(places);
    }
  }

  @Test
  void what_is_no_place_is_left_out() {
    assertThat(IndexedLocation.decode("")).isEmpty();
    assertThat(IndexedLocation.decode("gk@3 gk@3:1-2 x@y:1-2"))
        .containsExactly(new IndexedLocation("gk", 3, 1, 2, null));
  }
}

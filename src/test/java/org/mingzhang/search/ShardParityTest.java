package org.mingzhang.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.mingzhang.shard.SearchIndex;

/** An index of four shards in this process answers as one of a single shard does. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ShardParityTest {
  private static final SearchIndex FOUR = new SearchIndex(4);
  private static final Parity PARITY = new Parity(new Parity.InMemory(FOUR));

  @BeforeAll
  static void fill() throws IOException {
    PARITY.fill();
  }

  @AfterAll
  static void close() {
    PARITY.close();
    FOUR.close();
  }

  @Test
  @Order(1)
  void the_shards_together_answer_as_one_index() {
    assertThat(FOUR.shards().acquire().shards()).hasSize(4);
    PARITY.compareSearches(100);
  }

  @Test
  @Order(2)
  void exports_lists_suggestions_and_copied_text_are_those_of_one_index() {
    PARITY.compareTheRest();
  }

  @Test
  @Order(3)
  void little_found_is_loosened_and_corrected_alike() {
    PARITY.compareLittleFound();
  }

  @Test
  @Order(4)
  void the_same_holds_when_documents_were_replaced_and_removed() {
    PARITY.change();
    PARITY.compareSearches(45);
    PARITY.compareTheRest();
  }
}
